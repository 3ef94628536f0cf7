package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What people are called. Whoever has no username, like the system itself, goes by their id. */
public interface Naming {
    /** Every one of these with their username; never waits. */
    CompletableFuture<Map<UserId, PersonView>> people(Set<UserId> ids);
}
