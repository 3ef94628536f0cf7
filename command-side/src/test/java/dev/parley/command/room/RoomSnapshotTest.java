package dev.parley.command.room;

import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.BEN;
import static dev.parley.command.room.RoomFixture.FLOOD;
import static dev.parley.command.room.RoomFixture.MODERATOR;
import static dev.parley.command.room.RoomFixture.NOON;
import static dev.parley.command.room.RoomFixture.OWNER;
import static dev.parley.command.room.RoomFixture.ROOM;
import static dev.parley.command.room.RoomFixture.STRANGER;
import static dev.parley.command.room.RoomFixture.opened;
import static dev.parley.command.room.RoomFixture.owned;
import static dev.parley.command.room.RoomFixture.post;
import static dev.parley.command.room.RoomFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.TestLog;
import dev.parley.command.log.Standings;
import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.command.room.RoomCommand.AddParticipant;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.NotesText;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.TimeoutReason;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;

/** Rooms and notes go on from a snapshot as if from all of their events. */
class RoomSnapshotTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Object[] STORY = {
        opened(),
        owned(),
        posted(1, ANN, "the first of two"),
        posted(2, BEN, "hello"),
        new MessageRemoved(ROOM, 2, 3, OWNER.id()),
        new MemberTimedOut(ROOM, BEN.id(), MODERATOR.id(), TimeoutReason.SPAM, NOON)
    };
    private static final NotesId NOTES = NotesId.of(ANN.id(), RoomFixture.CLUB);
    private static final NotesWritten WRITTEN =
            new NotesWritten(NOTES, ANN.id(), RoomFixture.CLUB, new PersonalText(ANN.id(), "d4"));
    private final SnapshotLog<Room> room = new SnapshotLog<>(
            Room.class,
            ROOM.value(),
            Map.of(Clock.class, CLOCK, FloodRule.class, FLOOD, Standings.class, new Standings(new TestLog().engine())));

    @Test
    void keepsNumbering() {
        assertThat(room.when(post(ANN, "and another"), STORY)).containsExactly(posted(3, ANN, "and another"));
    }

    @Test
    void keepsWhatWasWritten() {
        assertRefused(ANN, "the first of two", Rejection.NEAR_DUPLICATE);
    }

    @Test
    void keepsWhoTakesPart() {
        assertRefused(STRANGER, "hello", Rejection.NOT_A_PARTICIPANT);
        assertThat(room.when(new AddParticipant(OWNER, ROOM, STRANGER.id()), STORY))
                .containsExactly(new ParticipantAdded(ROOM, STRANGER.id()));
    }

    @Test
    void keepsTimeouts() {
        assertThat(room.when(new EndTimeout(ROOM, BEN.id()), STORY))
                .containsExactly(new TimeoutEnded(ROOM, BEN.id(), false));
    }

    @Test
    void keepsWhatWasRemoved() {
        var lines = new StoredLines((stream, sequence) ->
                Optional.of(new Recorded<>(STORY[(int) sequence], stream, sequence, Instant.EPOCH)));
        var withLines = new SnapshotLog<>(Room.class, ROOM.value(), Map.of(StoredLines.class, lines));

        assertThat(withLines.when(new RemoveMessage(BEN, new MessageId(ROOM, 2, 3), ""), STORY))
                .isEmpty();
        assertThat(withLines.when(new RemoveMessage(ANN, new MessageId(ROOM, 1, 2), ""), STORY))
                .containsExactly(new MessageRemoved(ROOM, 1, 2, ANN.id()));
    }

    @Test
    void keepsWhichCommandsItHandled() {
        assertThatThrownBy(() -> room.when(command("command-3", post(BEN, "anything else")), STORY))
                .isInstanceOf(RepeatedCommand.class);
        assertThatThrownBy(() -> room.when(command("command-5", post(ANN, "anything else")), STORY))
                .isInstanceOf(RepeatedCommand.class);
        assertThat(room.when(command("command-99", post(ANN, "anything else")), STORY))
                .hasSize(1);
    }

    @Test
    void haveTheShapeOfTheirRevisions() throws IOException {
        SnapshotShape.assertOfItsRevision(room.state(STORY));
        var notes = new SnapshotLog<>(Notes.class, NOTES.value(), Map.of());
        SnapshotShape.assertOfItsRevision(notes.state(WRITTEN));
    }

    @Test
    void keepsHowItStands() {
        assertThatThrownBy(() -> room.when(post(ANN, "hello"), opened(), new RoomDisabled(ROOM)))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(Rejection.ROOM_DISABLED));
    }

    @Test
    void keepsNotes() {
        var notes = new SnapshotLog<>(Notes.class, NOTES.value(), Map.of());
        assertThat(notes.when(new WriteNotes(ANN, RoomFixture.CLUB, new NotesText("d4")), WRITTEN))
                .isEmpty();
        assertThat(notes.when(new WriteNotes(ANN, RoomFixture.CLUB, new NotesText("e4")), WRITTEN))
                .hasSize(1);
    }

    private static CommandMessage<?> command(String id, Object command) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(id, command, Map.of()), command.getClass().getName());
    }

    private void assertRefused(Actor actor, String text, Rejection rule) {
        assertThatThrownBy(() -> room.when(post(actor, text), STORY))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}
