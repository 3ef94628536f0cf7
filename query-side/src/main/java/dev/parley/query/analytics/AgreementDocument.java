package dev.parley.query.analytics;

/**
 * How it is stored whether moderators agree: for each action and each appeal who had acted; and for each day a document with what other
 * moderators said of actions then, by the id of the action, some 120 bytes each.
 */
final class AgreementDocument {
    static final String FIRST = "first_decisions";
    static final String SECOND = "second_decisions";

    /** Who had acted. */
    static final String BY = "by";

    static final String DECISIONS = "decisions";
    /** Whether the action stays as it is. */
    static final String AGREES = "agrees";
    /** Place in the log of the latest event. */
    static final String POSITION = "position";

    private AgreementDocument() {}
}
