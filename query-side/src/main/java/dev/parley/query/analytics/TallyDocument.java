package dev.parley.query.analytics;

/**
 * How a {@link Tally} is stored: for each count a document with how many things each of its parts has, and a document for
 * each part with those things, each beside the place in the log of its first event. A part of a count of events has at most
 * 4,096 of them, some 12 bytes each.
 */
final class TallyDocument {
    static final String TOTAL = "total";
    static final String PARTS = "parts";
    /** Place in the log of the latest event that was counted. */
    static final String POSITION = "position";

    static final String THINGS = "things";

    private TallyDocument() {}
}
