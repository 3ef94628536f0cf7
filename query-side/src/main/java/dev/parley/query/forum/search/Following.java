package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicId;
import dev.parley.query.search.IndexedDocument;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of the index, under {@value #ID}, with the topics that moved or were removed and whose posts do not all
 * say so yet. The first of them is under way, and the number of its next post stands here, too.
 */
final class Following {
    static final String ID = "following";

    private final IndexedDocument document;
    private final ObjectNode fields;

    Following(IndexedDocument document) {
        this.document = document;
        this.fields = document.fields();
    }

    IndexedDocument document() {
        return document;
    }

    Optional<TopicId> first() {
        return topics().valueStream().findFirst().map(id -> new TopicId(id.asString()));
    }

    void add(TopicId topic) {
        fields.put(ForumIndex.KIND, ForumIndex.KIND_FOLLOWING);
        if (topics().valueStream().noneMatch(id -> id.asString().equals(topic.value()))) {
            topics().add(topic.value());
        }
    }

    /** Where to go on with the first topic: at its start, if it has changed since. */
    long next(IndexedTopic topic) {
        return fields.path(ForumIndex.PLACED).asLong(-1) == topic.placed()
                ? fields.path(ForumIndex.NUMBER).asLong(1)
                : 1;
    }

    void goOnAt(long number, IndexedTopic topic) {
        fields.put(ForumIndex.NUMBER, number);
        fields.put(ForumIndex.PLACED, topic.placed());
    }

    /** All posts of the first topic follow it. */
    void finish() {
        topics().remove(0);
        fields.remove(ForumIndex.NUMBER);
        fields.remove(ForumIndex.PLACED);
    }

    private ArrayNode topics() {
        return fields.withArray(ForumIndex.TOPIC);
    }
}
