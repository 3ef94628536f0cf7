package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonField;

/**
 * How direct messages are stored: each under its conversation and number, and the head of each conversation under the
 * conversation's id, with the number of its last message, the sequence number of its last event that is stored, and how
 * far each of the two has read. A head is written after the messages that it speaks of.
 */
final class DirectDocument {
    static final String COLLECTION = "direct_messages";
    static final String CONVERSATION = "conversation";
    static final String NUMBER = "number";
    static final String SEQUENCE = "sequence";
    static final String SENDER = "sender";
    static final String CONTENT = "content";
    static final String AT = "at";
    static final String POSITION = "position";
    static final String LAST = "last";
    static final String READ = "read";
    static final String UP_TO = "up_to";

    private DirectDocument() {}

    static String id(ConversationId conversation, long number) {
        return conversation.value() + "~" + number;
    }

    /** Field of a head: how far this person has read. */
    static String read(UserId reader) {
        return READ + "." + PersonField.of(reader);
    }
}
