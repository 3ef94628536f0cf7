package dev.parley.command.log;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
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
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Instant;
import java.util.List;

/** One of each event, as its golden file tells it. */
final class EventSamples {
    private static final EntityId GAME = new EntityId("g1");
    private static final RoomId ROOM = RoomId.of(RoomType.GAME, GAME);
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");
    private static final UserId MODERATOR = new UserId("m1");
    private static final Username NAME = new Username("Ann");

    static final List<Object> ALL = List.of(
            new RoomOpened(ROOM, RoomType.GAME, GAME, List.of(ANN, BOB), false),
            new OwnerNamed(ROOM, ANN),
            new ParticipantAdded(ROOM, BOB),
            new ParticipantRemoved(ROOM, BOB),
            new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "good luck ♟")),
            new MessageRemoved(ROOM, 1, 4, MODERATOR),
            new MemberTimedOut(ROOM, BOB, MODERATOR, TimeoutReason.SPAM, Instant.parse("2026-01-02T12:15:00.125Z")),
            new TimeoutEnded(ROOM, BOB, true),
            new RoomDisabled(ROOM),
            new RoomEnabled(ROOM),
            new RoomFinished(ROOM),
            new MemberJoined(ANN, NAME),
            new MemberRenamed(ANN, NAME),
            new ZenModeSwitched(ANN, true),
            new ChatTabChosen(ANN, ChatTab.NOTES),
            new UsernameClaimed(UsernameId.of(NAME), ANN),
            new UsernameReleased(UsernameId.of(NAME), ANN),
            new NotesWritten(NotesId.of(ANN, GAME), ANN, GAME, new PersonalText(ANN, "try e4 next time")));

    private EventSamples() {}
}
