package dev.parley.query.forum;

/** How the lists of topics are stored: {@link Board}s, their chunks, and one more chunk with the pinned topics. */
final class TopicListDocument {
    static final String COLLECTION = "topic_lists";
    /** Number of a board's greatest chunk, or less. */
    static final String HEAD = "head";
    /** Of a board whose topics have gone down into other chunks: how many there are below that of number 0, or less. */
    static final String DEPTH = "depth";
    /** Of a chunk: no place of its topics in the log is smaller. */
    static final String FIRST = "first";
    /** Of a chunk from which older topics went down into the next: neither is any smaller than this. */
    static final String START = "start";
    /** Of a chunk: each topic with the place of its last post; of the pinned: with the place where it was pinned. */
    static final String TOPICS = "topics";

    static final String PINNED_ID = "pins";

    private TopicListDocument() {}

    /** A topic's id has no dots. */
    static String field(String topic) {
        return TOPICS + "." + topic;
    }
}
