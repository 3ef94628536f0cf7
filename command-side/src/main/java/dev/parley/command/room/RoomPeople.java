package dev.parley.command.room;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomAccess.Visitor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who in one room, and what that lets them do. A timeout is kept until it was said to have ended, even when its
 * end has come; a service may do what an owner may, but is no person.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class RoomPeople {
    static final int MAX_PARTICIPANTS = 10_000;

    private Set<UserId> owners = new HashSet<>();
    private Set<UserId> participants = new HashSet<>();
    private Map<UserId, Instant> timedOutUntil = new HashMap<>();
    /** Those of them whom a moderator has timed out, and no owner alone. */
    private Set<UserId> moderated = new HashSet<>();

    boolean own(UserId person) {
        return owners.contains(person);
    }

    boolean participate(UserId person) {
        return participants.contains(person);
    }

    int participants() {
        return participants.size();
    }

    /** When the person's timeout ends or did end, if that was not told yet. */
    Optional<Instant> timeoutOf(UserId person) {
        return Optional.ofNullable(timedOutUntil.get(person));
    }

    boolean timedOut(UserId person, Instant now) {
        return timeoutOf(person).filter(now::isBefore).isPresent();
    }

    void name(UserId owner) {
        owners = Set.of(owner);
    }

    void add(Collection<UserId> persons) {
        participants.addAll(persons);
    }

    void remove(UserId person) {
        participants.remove(person);
    }

    void timeOut(UserId person, Instant until, UserId by) {
        timedOutUntil.put(person, until);
        if (!own(by)) {
            moderated.add(person);
        }
    }

    void readmit(UserId person) {
        timedOutUntil.remove(person);
        moderated.remove(person);
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} unless by the owner or a service */
    void requireRuns(Actor actor) {
        allow(actor.isService() || own(actor.id()), "Only the room's owner and services say who takes part.");
    }

    /**
     * Returns for a service, and as {@link #requireModerates} for others.
     *
     * @throws CommandRejected as {@code NOT_ALLOWED} for the rest
     */
    void requireDecides(RoomCommand command) {
        if (!command.actor().isService()) {
            requireModerates(command);
        }
    }

    /**
     * Returns for the owner, and for a moderator who says why.
     *
     * @throws CommandRejected as {@code NOT_ALLOWED} for others
     */
    void requireModerates(RoomCommand command) {
        if (!own(command.actor().id())) {
            allow(command.actor().moderates(), "This is for the room's owner and for moderators.");
            InvalidValue.unless(!command.reason().isEmpty(), "reason", ReasonText.EXPECTED);
        }
    }

    /** @throws CommandRejected by the rule that keeps the actor from writing, if any does */
    void requireMayWrite(RoomAccess.Standing room, Actor actor, Standing author, Instant now) {
        allow(!actor.isService(), "A service is no person, and posts no lines.");
        RoomAccess.refusesWriting(room, visitor(actor, author, now))
                .ifPresent(rule -> refuse(rule, actor.id(), author));
    }

    /** @throws CommandRejected by the rule that keeps the actor from reading, if any does; none does a service */
    void requireMayRead(RoomAccess.Standing room, Actor actor, Standing reader, Instant now) {
        if (!actor.isService()) {
            RoomAccess.refusesReading(room, visitor(actor, reader, now)).ifPresent(rule -> {
                throw new CommandRejected(rule, "You may not read this room.");
            });
        }
    }

    /** @throws CommandRejected as {@code ROOM_FULL} if that is more than a room has */
    static void requireSpaceFor(int participants) {
        CommandRejected.unless(
                participants <= MAX_PARTICIPANTS, Rejection.ROOM_FULL, "A room has at most 10000 participants.");
    }

    /** @throws CommandRejected if this is the actor or the owner */
    void requireMayBeTimedOut(UserId person, Actor actor) {
        CommandRejected.unless(
                !own(person) && !person.equals(actor.id()),
                Rejection.CANNOT_BE_TIMED_OUT,
                "Neither the room's owner nor oneself can be timed out.");
    }

    /**
     * @throws CommandRejected as {@code NOT_ALLOWED} to oneself, and to owners where a moderator has timed the person
     *     out
     */
    void requireMayBeReadmitted(UserId person, Actor actor) {
        allow(!person.equals(actor.id()), "Others say when your timeout is over.");
        allow(
                actor.moderates() || actor.isService() || !moderated.contains(person),
                "A moderator has timed this person out, and moderators say when that is over.");
    }

    private Visitor visitor(Actor actor, Standing standing, Instant now) {
        UserId person = actor.id();
        return new Visitor(
                participate(person),
                own(person),
                actor.moderates(),
                standing.kid(),
                timedOut(person, now),
                standing.sanctions(now));
    }

    private void refuse(Rejection rule, UserId person, Standing author) {
        String detail = "You may not write in this room now.";
        throw rule == Rejection.TIMED_OUT
                ? new CommandRejected(rule, detail, timeoutOf(person).orElseThrow())
                : Sanctioned.refusal(rule, author, detail);
    }

    private static void allow(boolean allowed, String detail) {
        CommandRejected.unless(allowed, Rejection.NOT_ALLOWED, detail);
    }
}
