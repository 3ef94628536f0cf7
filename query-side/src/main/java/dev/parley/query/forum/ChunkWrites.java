package dev.parley.query.forum;

import dev.parley.query.Writes;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * What a batch of events wants changed in chunks: as few changes as there are chunks, mostly, for a head takes many
 * topics in a batch. A topic is put into its new chunk before it is taken out of the old one, so that at any instant it
 * stands in one at least.
 */
final class ChunkWrites {
    private final Writes writes;
    private final Map<String, Change> open = new HashMap<>();
    private int changes;

    ChunkWrites(Writes writes) {
        this.writes = writes;
    }

    /** @param order how many changes are sent before it */
    private record Change(int order, Document operators) {
        void add(String operator, String field, long value) {
            Document fields = (Document) operators.computeIfAbsent(operator, key -> new Document());
            fields.append(field, value);
        }

        boolean has(String operator, String field) {
            return operators.get(operator, new Document()).containsKey(field);
        }
    }

    /** Never lowers the place of a topic that is in the chunk already. */
    void put(String chunk, String topic, long position) {
        Change change = change(chunk, topic, "$unset", 0);
        Document bounds = change.operators().get("$min", new Document());
        change.add("$min", TopicListDocument.FIRST, Math.min(position, bounds.get(TopicListDocument.FIRST, position)));
        change.add("$max", TopicListDocument.field(topic), position);
    }

    /** Once it was put into the chunk {@code to}. */
    void move(String topic, String from, String to) {
        Change put = open.get(to);
        change(from, topic, "$max", put.order()).add("$unset", TopicListDocument.field(topic), 1);
    }

    void take(String topic, String from) {
        change(from, topic, "$max", 0).add("$unset", TopicListDocument.field(topic), 1);
    }

    /** The chunk's latest change, or another if that is sent too early, or does the opposite to the same topic. */
    private Change change(String chunk, String topic, String opposite, int notBefore) {
        Change latest = open.get(chunk);
        if (latest != null && latest.order() >= notBefore && !latest.has(opposite, TopicListDocument.field(topic))) {
            return latest;
        }
        Change next = new Change(changes++, new Document());
        open.put(chunk, next);
        writes.add(TopicListDocument.COLLECTION, chunk, next.operators());
        return next;
    }
}
