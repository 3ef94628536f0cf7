package dev.parley.query.forum.post;

import org.bson.Document;

/**
 * How far a topic is stored. While its first batch is being written, there may be less of it than this.
 *
 * @param last number of its last post, 0 before the first
 * @param position in the log, of the last event of the topic and its reactions
 * @param event id of that event
 */
record TopicProgress(long last, long position, String event, boolean removed) {
    static final TopicProgress NONE = new TopicProgress(0, -1, "", false);

    static TopicProgress of(Document stored) {
        return new TopicProgress(
                stored.get(PostDocument.LAST, 0L),
                stored.get(PostDocument.POSITION, -1L),
                stored.get(PostDocument.EVENT, ""),
                stored.getBoolean(PostDocument.REMOVED, false));
    }

    boolean isToBeSeen() {
        return last > 0 && !removed;
    }
}
