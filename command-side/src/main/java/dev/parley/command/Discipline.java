package dev.parley.command;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import java.time.Instant;
import java.util.Optional;

/** What moderators do about people: kept with the person, in the unit of work of the command that does it. */
public interface Discipline {
    /**
     * Warns somebody, or imposes a sanction, which holds from then on.
     *
     * @param until first instant at which it is over; empty for good
     * @return what was done
     * @throws CommandRejected as {@code UNKNOWN_USER} if the person never joined, as {@code NOT_ALLOWED} if they moderate
     *     and the moderator is no admin
     * @throws Exception what loading them failed with
     */
    ActionId act(Actor moderator, UserId person, ActionType type, String reason, Optional<Instant> until)
            throws Exception;

    /**
     * Whether a later sanction of this kind has taken the place of this action's, and still holds.
     *
     * @throws Exception what loading the person failed with
     */
    boolean isReplaced(ActionId action, Sanction kind) throws Exception;

    /**
     * Ends a sanction before its time.
     *
     * @return whether it still held; else nothing has changed
     * @throws CommandRejected as {@code NOT_ALLOWED} if the person moderates and the moderator is no admin
     * @throws Exception what loading the person failed with
     */
    boolean lift(Actor moderator, ActionId action) throws Exception;
}
