package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Whom people block, from the moment on at which this node's tail of the log has seen it. */
public interface BlockLists {
    /** Whom this person blocks: 500 at most. Reads the log the first time, and fails while the log is away. */
    CompletableFuture<Set<UserId>> blockedBy(UserId person);

    /**
     * Has {@code changed} run after each change of whom this person blocks, on the thread of the log's tail: it must
     * return at once. {@link #blockedBy} then tells the new list.
     *
     * @return ends that; may be run more than once
     */
    Runnable watch(UserId person, Runnable changed);
}
