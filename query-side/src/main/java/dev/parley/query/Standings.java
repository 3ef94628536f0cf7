package dev.parley.query;

import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import java.util.concurrent.CompletableFuture;

/** How people stand, from the moment on at which this node's tail of the log has seen it. */
public interface Standings {
    /** Reads the log the first time, fails while it is away. */
    CompletableFuture<Standing> standing(UserId person);

    /**
     * Has {@code changed} run after each event that may have changed how this person stands, on the thread of the log's
     * tail: it must return at once. {@link #standing} then tells how it is now.
     *
     * @return ends that; may be run more than once
     */
    Runnable watch(UserId person, Runnable changed);
}
