package dev.parley.kernel.member;

import java.time.Instant;
import java.util.Optional;

/**
 * A sanction as it was imposed.
 *
 * @param reason what the person is told
 * @param until first instant at which it is over; empty for good
 */
public record Imposed(ActionId action, String reason, Optional<Instant> until) {
    public boolean holds(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
