package dev.parley.query.erasure;

/** How an erasure is stored: under the person's id, who asked for it and why, and when their key was gone. */
final class ErasureDocument {
    static final String COLLECTION = "erasures";
    static final String REQUESTED = "requested";
    static final String ERASED = "erased";
    static final String AT = "at";
    static final String BY = "by";
    static final String REASON = "reason";
    static final String POSITION = "position";

    private ErasureDocument() {}
}
