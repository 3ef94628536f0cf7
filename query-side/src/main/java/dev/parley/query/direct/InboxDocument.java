package dev.parley.query.direct;

import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonField;

/**
 * How an inbox is stored: a document per person, with a field per person with whom they converse, of some 150 bytes. So
 * one of MongoDB's documents holds 100,000 conversations of one person.
 */
final class InboxDocument {
    static final String COLLECTION = "inboxes";
    static final String WITH = "with";
    /** Number of the last message and, as what it is about, when that was sent. */
    static final String LAST = "last";
    /** Place in the log of the last message, or of the last time one of the two has read. */
    static final String POSITION = "position";
    /** How many messages the other has sent. */
    static final String THEIRS = "theirs";
    /** How many of those the person has read. */
    static final String HEARD = "heard";
    /** Number of the last message up to which the person hides the conversation. */
    static final String HIDDEN = "hidden";

    private InboxDocument() {}

    static String field(UserId other, String name) {
        return WITH + "." + PersonField.of(other) + "." + name;
    }
}
