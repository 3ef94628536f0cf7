package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Whom people follow, from the moment on at which this node's tail of the log has seen it. */
public interface FollowLists {
    /**
     * Whom this person follows, 400 at most, and since when, to the millisecond. Reads the log the first time, and
     * fails while the log is away.
     */
    CompletableFuture<Map<UserId, Instant>> followedBy(UserId person);
}
