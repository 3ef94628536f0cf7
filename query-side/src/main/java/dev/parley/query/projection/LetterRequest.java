package dev.parley.query.projection;

/**
 * What an operator asked for a run's dead letters, until it is done.
 *
 * @param position of the letter's event in the log; -1 for all letters
 * @param asked position of the event that says so
 */
record LetterRequest(Kind kind, long position, long asked) {
    enum Kind {
        /** To handle all again. */
        RETRY_ALL,
        /** To handle those of this one's stream again. */
        RETRY,
        /** Never to handle this one, and to go on with what waits behind it. */
        SKIP
    }

    static LetterRequest retryAll(long asked) {
        return new LetterRequest(Kind.RETRY_ALL, -1, asked);
    }

    static LetterRequest retry(long position, long asked) {
        return new LetterRequest(Kind.RETRY, position, asked);
    }

    static LetterRequest skip(long position, long asked) {
        return new LetterRequest(Kind.SKIP, position, asked);
    }

    boolean isRepeatedBy(LetterRequest other) {
        return kind == other.kind && position == other.position;
    }
}
