package dev.parley.query.forum;

import com.mongodb.client.model.Updates;
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
    private static final long NOWHERE = -1;

    private final Writes writes;
    private final Map<String, Change> open = new HashMap<>();
    private final Map<String, Changed> changed = new HashMap<>();
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

    /** What all changes of a chunk together come to. */
    private static final class Changed {
        private final Map<String, Long> topics = new HashMap<>();
        private long first = Long.MAX_VALUE;
        private long start = Long.MIN_VALUE;
    }

    /** Never lowers the place of a topic that is in the chunk already. */
    void put(String chunk, String topic, long position) {
        Change change = change(chunk, topic, "$unset", 0);
        Document bounds = change.operators().get("$min", new Document());
        change.add("$min", TopicListDocument.FIRST, Math.min(position, bounds.get(TopicListDocument.FIRST, position)));
        change.add("$max", TopicListDocument.field(topic), position);
        Changed all = changed(chunk);
        all.topics.put(topic, position);
        all.first = Math.min(all.first, position);
    }

    /** Once it was put into the chunk {@code to}. */
    void move(String topic, String from, String to) {
        Change put = open.get(to);
        take(topic, from, put.order());
    }

    void take(String topic, String from) {
        take(topic, from, 0);
    }

    private void take(String topic, String from, int notBefore) {
        change(from, topic, "$max", notBefore).add("$unset", TopicListDocument.field(topic), 1);
        changed(from).topics.put(topic, NOWHERE);
    }

    /** Has a chunk begin at this place: no topic before it is left. */
    void start(String chunk, long start) {
        open.get(chunk).add("$max", TopicListDocument.START, start);
        changed(chunk).start = start;
    }

    /** Has a board reach down so far, before anything is put there. */
    void deepen(Board board, long depth) {
        changes++;
        writes.add(TopicListDocument.COLLECTION, board.id(), Updates.max(TopicListDocument.DEPTH, depth));
    }

    /**
     * Where a chunk begins by now.
     *
     * @param first of the chunk as it is stored
     * @param start of the chunk as it is stored
     */
    long first(String chunk, long first, long start) {
        Changed all = changed(chunk);
        return Math.max(Math.min(first, all.first), Math.max(start, all.start));
    }

    /** Changes what stands in a chunk, as it is stored, to what stands there by now. */
    void changeTopics(String chunk, Map<String, Long> topics) {
        changed(chunk).topics.forEach((topic, position) -> {
            if (position == NOWHERE) {
                topics.remove(topic);
            } else {
                topics.put(topic, position);
            }
        });
    }

    private Changed changed(String chunk) {
        return changed.computeIfAbsent(chunk, key -> new Changed());
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
