package dev.parley.query;

import java.util.concurrent.CompletableFuture;

/** How far the read models are, for those who want to read what they wrote. */
public interface Positions {
    /**
     * Completes once the named projection has stored everything up to {@code position} of the log.
     *
     * @param projection name of its processing group, such as {@code messages}
     * @return fails with {@link NotYet} when that takes longer than 2 s
     */
    CompletableFuture<Void> reached(String projection, long position);

    /**
     * Completes once this node's tail of the log has seen everything up to {@code position}.
     *
     * @return fails with {@link NotYet} when that takes longer than 2 s
     */
    CompletableFuture<Void> seen(long position);

    /** The read model did not get as far in time. */
    final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotYet(String projection, long position) {
            super(projection + " has not reached " + position + " yet", null, false, false);
        }
    }
}
