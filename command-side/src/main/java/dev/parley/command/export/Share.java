package dev.parley.command.export;

import java.util.Optional;
import java.util.Set;

/**
 * How much of an event is told to somebody whom it concerns.
 *
 * @param without fields of its payload that are not: what is about others, and which moderator it was
 * @param reason whether what the moderator said is
 * @param received whether it is something by others that is addressed to the person
 */
record Share(Set<String> without, boolean reason, boolean received) {
    static final Optional<Share> NONE = Optional.empty();

    Share {
        without = Set.copyOf(without);
    }

    /** All of it, if that is so. */
    static Optional<Share> allIf(boolean own) {
        return own ? Optional.of(new Share(Set.of(), false, false)) : NONE;
    }

    /** All but these fields, if that is so. */
    static Optional<Share> butFor(boolean own, String... fields) {
        return own ? Optional.of(new Share(Set.of(fields), false, false)) : NONE;
    }

    Share withReason() {
        return new Share(without, true, received);
    }

    Share fromOthers() {
        return new Share(without, reason, true);
    }
}
