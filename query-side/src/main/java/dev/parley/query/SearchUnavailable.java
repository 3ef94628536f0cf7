package dev.parley.query;

/** Elasticsearch does not answer, or is not there: search has to wait, and nothing else does. Answered with 503. */
public final class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchUnavailable(String why, Throwable cause) {
        super(why, cause, false, false);
    }
}
