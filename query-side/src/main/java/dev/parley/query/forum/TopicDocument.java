package dev.parley.query.forum;

/**
 * How topics are stored: a document each. What its stream says of a topic is one field, {@link dev.parley.query.Latest}
 * by the stream's sequence; how often it was looked at is another, which comes from a stream of its own.
 */
final class TopicDocument {
    static final String COLLECTION = "topics";
    static final String STATE = "state";
    static final String VIEWS = "views";
    static final String CATEGORY = "category";
    static final String AUTHOR = "author";
    static final String TITLE = "title";
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";
    /** Place in the log of its last accepted post. */
    static final String LAST = "last";

    static final String POSTS = "posts";
    static final String CLOSED = "closed";
    static final String PINNED = "pinned";
    static final String REMOVED = "removed";
    /** Per {@link Board.Kind}: into which chunk of that board it was put. */
    static final String CHUNKS = "chunks";

    private TopicDocument() {}
}
