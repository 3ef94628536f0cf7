package dev.parley.query;

import java.util.concurrent.CompletableFuture;

/** A store that takes what a batch of events wants written, right before the batch's token is stored. */
public interface BatchSink {
    /**
     * Sends what the current unit of work gathered for this store, if any. Whatever is thrown fails the batch, which is
     * then handled again.
     */
    void flush();

    /** Whether this projection writes here and had better wait, because the store does not answer. */
    boolean isAwayFor(String projection);

    /** Whether what this projection wrote here is gone, so that it must begin anew. Asked about once a second. */
    default boolean isLostFor(String projection) {
        return false;
    }

    /** Makes room for what the projection will write from the beginning of the log on. */
    default void beginAnew(String projection) {}

    /**
     * Is told about once a second how far the projection has come.
     *
     * @param position index up to which all that it writes is stored; -1 before the first
     * @param head index of the log's newest event
     */
    default void reached(String projection, long position, long head) {}

    /**
     * Completes once everything that this projection has stored here so far is found by whoever looks for it; at once
     * where that is so anyway.
     *
     * @return fails while the store does not answer
     */
    default CompletableFuture<Void> show(String projection) {
        return CompletableFuture.completedFuture(null);
    }
}
