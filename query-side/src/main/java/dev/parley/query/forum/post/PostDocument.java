package dev.parley.query.forum.post;

import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonField;

/**
 * How posts are stored: each under its topic and number, what it says now beside what it said at first; the later
 * versions of one that was edited in a document beside it; and the progress of each topic under the topic's id, with the
 * number of its last post, and the places in the log of the last event that is stored of the topic and of the reactions to
 * its posts. Who took a reaction back stays as {@code value: false}. What a post embeds is one text, a line with kind and
 * address each, so that of an erased one nothing is left that a replay would not have.
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
    static final String REACTING = "reacting";
    static final String CONTENT = "content";
    static final String HTML = "html";
    static final String EMBEDDED = "embedded";
    static final String MENTIONS = "mentions";
    static final String VERSIONS = "versions";
    static final String LAST = "last";
    static final String POSITION = "position";
    static final String REACTED = "reacted";
    static final String REMOVED = "removed";

    /** So many versions of a post are kept beside its first one: the latest. The log has them all. */
    static final int MOST_VERSIONS = 100;

    /** More than there are posts on a page. */
    private static final int REACTED_FIELDS = 128;

    private PostDocument() {}

    static String id(TopicId topic, long number) {
        return topic.value() + "~" + number;
    }

    static String versions(TopicId topic, long number) {
        return id(topic, number) + "~versions";
    }

    /** Field of a post: whether this person reacts like this. */
    static String reaction(Reaction reaction, UserId person) {
        return REACTING + "." + reaction.label() + "." + PersonField.of(person);
    }

    /** Field of a head: the place of the last reaction to this post, or to another of the few that share the field. */
    static String reacted(long number) {
        return REACTED + "." + number % REACTED_FIELDS;
    }
}
