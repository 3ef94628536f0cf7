package dev.parley.query.forum;

/** How categories are stored: one document has them all, since there are few and they are shown together. */
final class CategoryDocument {
    static final String COLLECTION = "categories";
    static final String ID = "all";
    static final String CATEGORIES = "categories";
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String ORDER = "order";

    private CategoryDocument() {}

    /** A slug has no dots. */
    static String field(String slug) {
        return CATEGORIES + "." + slug;
    }
}
