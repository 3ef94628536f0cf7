package dev.parley.query.relations;

import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonField;

/**
 * How relations are stored: a document per person, with a field per person whom they ever followed and one per person
 * whom they ever blocked. What has ended stays as a field without a value, so that an old event that comes again does
 * not bring it back.
 */
final class RelationsDocument {
    static final String COLLECTION = "relations";
    static final String FOLLOWS = "follows";
    static final String BLOCKS = "blocks";

    private RelationsDocument() {}

    static String field(String list, UserId other) {
        return list + "." + PersonField.of(other);
    }
}
