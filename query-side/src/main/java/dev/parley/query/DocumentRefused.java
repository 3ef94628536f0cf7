package dev.parley.query;

/** A store that is there does not take what it was given, and never will. The message says nothing of what that was. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why in words of the store's kinds of errors, with none of the document's */
    public DocumentRefused(String why) {
        super(why);
    }
}
