package dev.parley.query;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Who goes by which username at present. */
public interface People {
    /** Every one of these with their username; one who has none, like the system itself, goes by their id. */
    CompletableFuture<Map<UserId, PersonView>> named(Set<UserId> ids);

    /** Whose this username is, compared without regard to case; empty while nobody has it. */
    CompletableFuture<Optional<UserId>> called(Username username);

    /** A number that grows whenever somebody is renamed: what was built with names is up to date while it stays. */
    long renames();
}
