package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.concurrent.CompletableFuture;

/** Who is in kid mode, from the moment on at which this node's tail of the log has seen it. */
public interface KidModes {
    /**
     * Of their own accord, or because a class keeps them in it. Reads the log the first time, fails while it is away.
     */
    CompletableFuture<Boolean> isKid(UserId person);

    /**
     * Has {@code changed} run after each event that may have put this person into kid mode or out of it, on the thread of
     * the log's tail: it must return at once. {@link #isKid} then tells how it is now.
     *
     * @return ends that; may be run more than once
     */
    Runnable watch(UserId person, Runnable changed);
}
