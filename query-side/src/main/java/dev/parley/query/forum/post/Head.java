package dev.parley.query.forum.post;

import java.util.Map;
import org.bson.Document;

/**
 * How far a topic is stored. While its first batch is being written, there may be less of it than this.
 *
 * @param last number of its last post, 0 before the first
 * @param position in the log, of the last event of the topic
 * @param reacted positions of the last reactions to its posts: an event that was late to be committed, and stands before
 *     others in the log, changes this all the same
 */
record Head(long last, long position, Map<String, Object> reacted, boolean removed) {
    static final Head NONE = new Head(0, -1, Map.of(), false);

    Head {
        reacted = Map.copyOf(reacted);
    }

    static Head of(Document stored) {
        return new Head(
                stored.get(PostDocument.LAST, 0L),
                stored.get(PostDocument.POSITION, -1L),
                stored.get(PostDocument.REACTED, new Document()),
                stored.getBoolean(PostDocument.REMOVED, false));
    }

    boolean isToBeSeen() {
        return last > 0 && !removed;
    }
}
