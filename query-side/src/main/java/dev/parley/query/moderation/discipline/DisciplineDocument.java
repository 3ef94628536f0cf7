package dev.parley.query.moderation.discipline;

import dev.parley.kernel.member.ActionId;

/**
 * How it is stored what was done about people: a document each, with the latest {@value #MOST_ACTIONS} actions, how
 * those that are over came to be so, which of them an appeal found wrong, and the latest {@value #MOST_TIMEOUTS}
 * timeouts in rooms. An action takes the place of the one that came {@value #MOST_ACTIONS} before it.
 */
final class DisciplineDocument {
    static final String COLLECTION = "discipline";
    static final int MOST_ACTIONS = 200;
    static final int MOST_TIMEOUTS = 20;

    /** Place in the log of the last event about an action. */
    static final String POSITION = "position";

    static final String ACTIONS = "actions";
    static final String TYPE = "type";
    static final String REASON = "reason";
    static final String BY = "by";
    static final String AT = "at";
    static final String UNTIL = "until";

    static final String OVER = "over";
    static final String LIFTED = "lifted";

    /** Whether an appeal said so. */
    static final String WRONG = "wrong";

    static final String TIMEOUTS = "timeouts";
    static final String ROOM = "room";

    private DisciplineDocument() {}

    /** Where in {@code field} an action stands, beside its number. */
    static String place(String field, ActionId action) {
        return field + "." + action.number() % MOST_ACTIONS;
    }
}
