package dev.parley.command.direct;

/**
 * What a conversation keeps of one of its two.
 *
 * @param sent how many messages they have sent
 * @param read number of the message up to which they have read
 * @param hidden number of the message that was the last one when they hid the conversation
 * @param moderator whether they were a moderator when they sent the last of theirs
 */
record Side(long sent, long read, long hidden, boolean moderator) {
    static final Side NEW = new Side(0, 0, 0, false);

    /** Whoever writes has read what was there. */
    Side afterSending(long ordinal, long number, boolean asModerator) {
        return new Side(ordinal, number, hidden, asModerator);
    }

    Side afterReading(long upTo) {
        return new Side(sent, upTo, hidden, moderator);
    }

    Side afterHiding(long upTo) {
        return new Side(sent, read, upTo, moderator);
    }
}
