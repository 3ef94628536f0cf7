package dev.parley.query;

/** A store that takes what a batch of events wants written, right before the batch's token is stored. */
public interface BatchSink {
    /**
     * Sends what the current unit of work gathered for this store, if any. Whatever is thrown fails the batch, which is
     * then handled again.
     */
    void flush();

    /** Whether this projection writes here and had better wait, because the store does not answer. */
    boolean isAwayFor(String projection);
}
