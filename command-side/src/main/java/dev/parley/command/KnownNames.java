package dev.parley.command;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.Optional;

/** Whose a username is, as the log says at the moment of asking. */
public interface KnownNames {
    /** Empty while nobody has this name, as those who were erased have none. Waits for indexed reads. */
    Optional<UserId> find(Username username);
}
