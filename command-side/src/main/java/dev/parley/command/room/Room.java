package dev.parley.command.room;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.log.Standings;
import dev.parley.command.room.RoomCommand.AddParticipant;
import dev.parley.command.room.RoomCommand.ChangeRoom;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.command.room.RoomCommand.LiftTimeout;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.command.room.RoomCommand.RemoveParticipant;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomAccess.Standing;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A chat room: who takes part and who moderates, with at most 10,000 participants, and its lines numbered without
 * holes. Of the lines it keeps only what the rules for the next ones look at.
 */
@Revision("2")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Room {
    @AggregateIdentifier
    private RoomId id;

    private Standing standing;
    private RoomPeople people = new RoomPeople();
    private long lastNumber;
    private RecentAuthors recentAuthors = new RecentAuthors();
    private Latest<Long> removed = new Latest<>();
    private Latest<String> handled = new Latest<>();

    Room() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenRoom command) {
        CommandRejected.unless(command.actor().isService(), Rejection.NOT_ALLOWED, "Rooms are opened by services.");
        if (id != null) {
            return;
        }
        List<UserId> participants = command.people().participants();
        RoomPeople.requireSpaceFor(participants.size());
        apply(new RoomOpened(command.roomId(), command.type(), command.entityId(), participants, command.publicRead()));
        command.people().owners().forEach(owner -> apply(new OwnerNamed(command.roomId(), owner)));
    }

    @CommandHandler
    void handle(AddParticipant command) {
        people.requireRuns(command.actor());
        if (!people.participate(command.participant())) {
            RoomPeople.requireSpaceFor(people.participants() + 1);
            apply(new ParticipantAdded(id, command.participant()));
        }
    }

    @CommandHandler
    void handle(RemoveParticipant command) {
        people.requireRuns(command.actor());
        if (people.participate(command.participant())) {
            apply(new ParticipantRemoved(id, command.participant()));
        }
    }

    @CommandHandler
    void handle(
            PostMessage command, @MessageIdentifier String commandId, Clock clock, FloodRule flood, Standings persons) {
        requireNew(commandId);
        Instant now = clock.instant();
        UserId author = command.actor().id();
        String text = command.content().value();
        people.requireMayWrite(standing, command.actor(), persons.ofWriter(author), now);
        flood.requirePassed(recentAuthors.of(author), text, now);
        apply(new MessagePosted(id, lastNumber + 1, author, new PersonalText(author, text)));
    }

    @CommandHandler
    void handle(RemoveMessage command, StoredLines lines) {
        MessagePosted line = lines.find(command.messageId())
                .orElseThrow(() -> new CommandRejected(Rejection.UNKNOWN_MESSAGE, "There is no such line."));
        UserId by = command.actor().id();
        if (!line.author().equals(by)) {
            people.requireModerates(command);
        }
        if (!removed.contains(line.number())) {
            apply(new MessageRemoved(id, line.number(), command.messageId().sequence(), by));
        }
    }

    @CommandHandler
    void handle(TimeOutMember command, @MessageIdentifier String commandId, Clock clock) {
        requireNew(commandId);
        people.requireModerates(command);
        people.requireMayBeTimedOut(command.member(), command.actor());
        Instant until = command.minutes().after(clock.instant());
        if (people.timeoutOf(command.member())
                .filter(end -> !end.isBefore(until))
                .isEmpty()) {
            apply(new MemberTimedOut(id, command.member(), command.actor().id(), command.because(), until));
        }
    }

    @CommandHandler
    void handle(LiftTimeout command, Clock clock) {
        people.requireModerates(command);
        people.requireMayBeReadmitted(command.member(), command.actor());
        if (people.timedOut(command.member(), clock.instant())) {
            apply(new TimeoutEnded(id, command.member(), true));
        }
    }

    @CommandHandler
    void handle(EndTimeout command, Clock clock) {
        UserId member = command.member();
        if (people.timeoutOf(member).isPresent() && !people.timedOut(member, clock.instant())) {
            apply(new TimeoutEnded(id, member, false));
        }
    }

    @CommandHandler
    void handle(ChangeRoom command) {
        people.requireDecides(command);
        requireMayFinish(command.finished());
        if (command.disabled().turns(standing.disabled())) {
            apply(command.disabled() == Toggle.ON ? new RoomDisabled(id) : new RoomEnabled(id));
        }
        if (command.finished().turns(standing.finished())) {
            apply(new RoomFinished(id));
        }
    }

    @EventSourcingHandler
    void on(RoomOpened event) {
        id = event.roomId();
        standing = new Standing(event.type(), false, event.publicRead(), false);
        people.add(event.participants());
    }

    @EventSourcingHandler
    void on(OwnerNamed event) {
        people.name(event.owner());
    }

    @EventSourcingHandler
    void on(ParticipantAdded event) {
        people.add(List.of(event.participant()));
    }

    @EventSourcingHandler
    void on(ParticipantRemoved event) {
        people.remove(event.participant());
    }

    @EventSourcingHandler
    void on(MessagePosted event, @Timestamp Instant at, @MetaDataValue(Envelope.COMMAND) String commandId) {
        lastNumber = event.number();
        recentAuthors.add(event, at);
        handled.add(commandId);
    }

    @EventSourcingHandler
    void on(MessageRemoved event) {
        removed.add(event.number());
    }

    @EventSourcingHandler
    void on(MemberTimedOut event, @MetaDataValue(Envelope.COMMAND) String commandId) {
        people.timeOut(event.member(), event.until(), event.by());
        handled.add(commandId);
    }

    @EventSourcingHandler
    void on(TimeoutEnded event) {
        people.readmit(event.member());
    }

    @EventSourcingHandler
    void on(RoomDisabled event) {
        standing = standing.withDisabled(true);
    }

    @EventSourcingHandler
    void on(RoomEnabled event) {
        standing = standing.withDisabled(false);
    }

    @EventSourcingHandler
    void on(RoomFinished event) {
        standing = standing.withFinished();
    }

    /** @throws CommandRejected as {@code UNKNOWN_ROOM}, or by the rule that keeps the actor from reading */
    void requireReadable(Actor actor, Standings persons, Instant now) {
        CommandRejected.unless(id != null, Rejection.UNKNOWN_ROOM, "There is no such room.");
        people.requireMayRead(standing, actor, persons.of(actor.id()), now);
    }

    private void requireNew(String commandId) {
        if (handled.contains(commandId)) {
            throw new RepeatedCommand();
        }
    }

    private void requireMayFinish(Toggle finished) {
        switch (finished) {
            case AS_IS -> {}
            case ON ->
                InvalidValue.unless(standing.type().isBoundToGame(), "finished", "for the rooms of a game alone");
            case OFF ->
                CommandRejected.unless(!standing.finished(), Rejection.ROOM_FINISHED, "A finished game stays so.");
        }
    }
}
