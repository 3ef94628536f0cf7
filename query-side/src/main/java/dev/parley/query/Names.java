package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What people are called at present. Whoever has no username, like the system itself, goes by their id. */
public interface Names {
    /** This person with their username. Reads the log, and so waits, the first time one is asked for. */
    PersonView person(UserId id);

    /** Every one of these with their username; never waits. */
    CompletableFuture<Map<UserId, PersonView>> people(Set<UserId> ids);

    /** Changes whenever somebody is renamed: what was built with names is right while it stays the same. */
    long renames();
}
