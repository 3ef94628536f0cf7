package dev.parley.command.direct;

/**
 * What a conversation keeps of one of its two.
 *
 * @param sent how many messages they have sent
 * @param read number of the message up to which they have read
 * @param hidden number of the message that was the last one when they hid the conversation
 */
record Side(long sent, long read, long hidden) {
    static final Side NEW = new Side(0, 0, 0);

    /** Whoever writes has read what was there. */
    Side afterSending(long ordinal, long number) {
        return new Side(ordinal, number, hidden);
    }

    Side afterReading(long upTo) {
        return new Side(sent, upTo, hidden);
    }

    Side afterHiding(long upTo) {
        return new Side(sent, read, upTo);
    }
}
