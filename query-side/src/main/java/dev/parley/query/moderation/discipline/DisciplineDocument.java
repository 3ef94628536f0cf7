package dev.parley.query.moderation.discipline;

/**
 * How it is stored what was done about people: a document each, with the actions by their numbers, how those that are
 * over came to be so, and the latest {@value #MOST_TIMEOUTS} timeouts in rooms.
 */
final class DisciplineDocument {
    static final String COLLECTION = "discipline";
    static final int MOST_TIMEOUTS = 20;

    /** Place in the log of the last event about an action. */
    static final String POSITION = "position";

    static final String ACTIONS = "actions";
    static final String NUMBER = "number";
    static final String TYPE = "type";
    static final String REASON = "reason";
    static final String BY = "by";
    static final String AT = "at";
    static final String UNTIL = "until";

    static final String OVER = "over";
    static final String LIFTED = "lifted";

    static final String TIMEOUTS = "timeouts";
    static final String ROOM = "room";

    private DisciplineDocument() {}
}
