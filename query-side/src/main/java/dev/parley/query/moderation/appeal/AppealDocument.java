package dev.parley.query.moderation.appeal;

/** How appeals are stored: a document each. */
final class AppealDocument {
    static final String COLLECTION = "appeals";
    /** Place in the log of its beginning. */
    static final String POSITION = "position";

    static final String MEMBER = "member";
    static final String ACTED_BY = "acted_by";
    static final String TEXT = "text";
    static final String AT = "at";
    static final String STATUS = "status";
    static final String ANSWER = "answer";
    static final String MODERATOR = "moderator";
    static final String REASON = "reason";

    private AppealDocument() {}
}
