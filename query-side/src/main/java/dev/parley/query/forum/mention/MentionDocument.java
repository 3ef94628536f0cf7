package dev.parley.query.forum.mention;

/** How mentions are stored: a document per person, with the latest of them. */
final class MentionDocument {
    static final String COLLECTION = "mentions";
    static final String ENTRIES = "entries";
    static final String POSITION = "position";
    static final String POST = "post";
    static final String AUTHOR = "author";
    static final String AT = "at";

    private MentionDocument() {}
}
