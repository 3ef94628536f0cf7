package dev.parley.query.search;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A document as it was read, to be changed and written back unless somebody else did so in between. */
public final class IndexedDocument {
    private final String id;
    private final JsonNode hit;
    private final JsonNode before;
    private final ObjectNode fields;

    /** @param hit what {@code _mget} said of it */
    IndexedDocument(JsonNode hit) {
        this.id = hit.path("_id").asString();
        this.hit = hit;
        this.before = hit.path("_source");
        this.fields = before instanceof ObjectNode there
                ? there.deepCopy()
                : JsonMapper.shared().createObjectNode();
    }

    String id() {
        return id;
    }

    /** What it says, empty if it is not there yet. Changing this changes the document. */
    public ObjectNode fields() {
        return fields;
    }

    boolean isChanged() {
        return isNew() ? !fields.isEmpty() : !fields.equals(before);
    }

    boolean isNew() {
        return !hit.path("found").asBoolean(false);
    }

    long sequenceNumber() {
        return hit.path("_seq_no").asLong();
    }

    long primaryTerm() {
        return hit.path("_primary_term").asLong();
    }
}
