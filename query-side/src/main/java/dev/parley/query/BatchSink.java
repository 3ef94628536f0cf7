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

    /** Whether what this run wrote here is gone, so that it must begin anew. Asked about once a second. */
    default boolean isLostFor(ProjectionRun run) {
        return false;
    }

    /** Makes room for what the run will write from the beginning of the log on. */
    default void beginAnew(ProjectionRun run) {}

    /**
     * Is told about once a second how far the run that is read has come.
     *
     * @param position index up to which all that it writes is stored; -1 before the first
     * @param head index of the log's newest event
     */
    default void reached(ProjectionRun live, long position, long head) {}

    /** Has what this run stored here read from now on, in one step, where the store itself knows what is read. */
    default void open(ProjectionRun run) {}

    /** Removes all that the run stored here, if anything. */
    default void drop(ProjectionRun run) {}

    /**
     * Completes once everything that is stored here of what is read of this projection is found by whoever looks for it;
     * at once where that is so anyway.
     *
     * @return fails while the store does not answer
     */
    default CompletableFuture<Void> show(String projection) {
        return CompletableFuture.completedFuture(null);
    }
}
