package dev.parley.query.forum.post;

import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicId;

/**
 * How posts are stored: each under its topic and number, what it says now beside what it said at first; the later
 * versions of one that was edited in a document beside it; and the progress of each topic under the topic's id, with the
 * number of its last post, and the id and the place in the log of the last event that is stored of the topic and its
 * reactions.
 */
final class PostDocument {
    static final String COLLECTION = "posts";
    static final String TOPIC = "topic";
    static final String NUMBER = "number";
    static final String SEQUENCE = "sequence";
    static final String AUTHOR = "author";
    static final String AT = "at";
    static final String ORIGINAL = "original";
    static final String EDITED = "edited";
    static final String GONE = "gone";
    static final String REACTIONS = "reactions";
    static final String CONTENT = "content";
    static final String HTML = "html";
    static final String EMBEDS = "embeds";
    static final String KIND = "kind";
    static final String URL = "url";
    static final String MENTIONS = "mentions";
    static final String VERSIONS = "versions";
    static final String LAST = "last";
    static final String POSITION = "position";
    static final String EVENT = "event";
    static final String REMOVED = "removed";

    /** So many versions of a post are kept beside its first one: the latest. The log has them all. */
    static final int MOST_VERSIONS = 100;

    private PostDocument() {}

    static String id(TopicId topic, long number) {
        return topic.value() + "~" + number;
    }

    static String versions(TopicId topic, long number) {
        return id(topic, number) + "~versions";
    }

    /** Field of a post: who reacted like this. */
    static String reactions(Reaction reaction) {
        return REACTIONS + "." + reaction.label();
    }
}
