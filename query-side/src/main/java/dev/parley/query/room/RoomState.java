package dev.parley.query.room;

import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomAccess.Visitor;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A room as its events up to {@code sequence} left it: who takes part, and what was decided about it, but not its
 * lines. The read model and the state that live delivery keeps in memory are both this one fold.
 *
 * @param lastNumber number of the newest line, 0 before the first
 * @param sequence place of the last event in the room's stream
 */
public record RoomState(Opening opening, People people, RoomAccess.Standing standing, long lastNumber, long sequence) {

    /** What never changes. */
    public record Opening(RoomId id, EntityId entityId, Instant at) {}

    /**
     * Who is who in the room. The sets and the map are kept as they are given, for there may be 10,000 people in them:
     * nobody changes them any more.
     *
     * @param owners the room's local moderators: none, or one
     * @param timedOutUntil for each whose timeout was not ended yet, the instant at which it ends
     */
    public record People(Set<UserId> owners, Set<UserId> participants, Map<UserId, Instant> timedOutUntil) {}

    public static RoomState opened(RoomOpened event, Instant at) {
        return new RoomState(
                new Opening(event.roomId(), event.entityId(), at),
                new People(Set.of(), Set.copyOf(event.participants()), Map.of()),
                new RoomAccess.Standing(event.type(), false, event.publicRead(), false),
                0,
                0);
    }

    /** The state after the stream's next event. */
    public RoomState after(RoomEvent event, long nextSequence) {
        return switch (event) {
            case RoomOpened again -> at(nextSequence);
            case OwnerNamed named ->
                with(new People(Set.of(named.owner()), people.participants(), people.timedOutUntil()), nextSequence);
            case ParticipantAdded added -> with(participants(added.participant(), true), nextSequence);
            case ParticipantRemoved removed -> with(participants(removed.participant(), false), nextSequence);
            case MessagePosted posted -> new RoomState(opening, people, standing, posted.number(), nextSequence);
            case MessageRemoved removed -> at(nextSequence);
            case MemberTimedOut timedOut -> with(timeout(timedOut.member(), timedOut.until()), nextSequence);
            case TimeoutEnded ended -> with(timeout(ended.member(), Instant.MIN), nextSequence);
            case RoomDisabled disabled -> with(standing(standing.finished(), true), nextSequence);
            case RoomEnabled enabled -> with(standing(standing.finished(), false), nextSequence);
            case RoomFinished finished -> with(standing(true, standing.disabled()), nextSequence);
        };
    }

    /** What of this person decides whether they may read here. */
    public Visitor reader(UserId person, boolean moderator, boolean kid, Instant now) {
        return visitor(person, moderator, kid, Set.of(), now);
    }

    /** What of this person decides about access here. */
    public Visitor visitor(UserId person, boolean moderator, Standing who, Instant now) {
        return visitor(person, moderator, who.kid(), who.sanctions(now), now);
    }

    private Visitor visitor(UserId person, boolean moderator, boolean kid, Set<Sanction> sanctions, Instant now) {
        boolean participant = people.participants().contains(person);
        boolean owner = people.owners().contains(person);
        return new Visitor(participant, owner, moderator, kid, isTimedOut(person, now), sanctions);
    }

    public boolean isTimedOut(UserId person, Instant now) {
        Instant until = people.timedOutUntil().get(person);
        return until != null && now.isBefore(until);
    }

    private RoomState at(long nextSequence) {
        return new RoomState(opening, people, standing, lastNumber, nextSequence);
    }

    private RoomState with(People changed, long nextSequence) {
        return new RoomState(opening, changed, standing, lastNumber, nextSequence);
    }

    private RoomState with(RoomAccess.Standing changed, long nextSequence) {
        return new RoomState(opening, people, changed, lastNumber, nextSequence);
    }

    private RoomAccess.Standing standing(boolean finished, boolean disabled) {
        return new RoomAccess.Standing(standing.type(), finished, standing.publicRead(), disabled);
    }

    private People participants(UserId person, boolean present) {
        Set<UserId> changed = new HashSet<>(people.participants());
        if (present) {
            changed.add(person);
        } else {
            changed.remove(person);
        }
        return new People(people.owners(), Collections.unmodifiableSet(changed), people.timedOutUntil());
    }

    private People timeout(UserId person, Instant until) {
        Map<UserId, Instant> changed = new HashMap<>(people.timedOutUntil());
        if (until.equals(Instant.MIN)) {
            changed.remove(person);
        } else {
            changed.put(person, until);
        }
        return new People(people.owners(), people.participants(), Collections.unmodifiableMap(changed));
    }
}
