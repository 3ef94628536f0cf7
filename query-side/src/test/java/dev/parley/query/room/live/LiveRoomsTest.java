package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.room.RoomState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRoomsTest {
    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();
    private final Queue<CompletableFuture<Optional<RoomState>>> loads = new ArrayDeque<>();
    private final LiveRooms rooms = new LiveRooms(room -> loads.remove(), live.context);
    private final CompletableFuture<Optional<RoomState>> pending = new CompletableFuture<>();
    private Optional<RoomState> state;

    @BeforeEach
    void load() {
        state = live.states.current(ROOM).join();
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void bringARoomOnceItIsOpenedToOneWhoCameTooEarly() {
        RoomId late = new RoomId("team~late");
        assertThatThrownBy(() -> live.stream(late, BOB, false, OptionalLong.empty()))
                .hasCauseInstanceOf(ReadRefused.class);
        live.open(late, true);
        Heard heard = Heard.all(live.stream(late, BOB, false, OptionalLong.empty()));
        heard.untilId(live.append(new RoomDisabled(late)));
    }

    @Test
    void loadARoomAgainThatCouldNotBeLoaded() {
        loads.add(CompletableFuture.failedFuture(new IllegalStateException("away")));
        loads.add(CompletableFuture.completedFuture(state));
        assertThat(listen(OptionalLong.empty())).isCompletedExceptionally();
        assertThat(listen(OptionalLong.empty())).isCompleted();
    }

    @Test
    void loadARoomAgainWhoseEventsCannotBeTaken() {
        loads.add(pending);
        loads.add(CompletableFuture.completedFuture(state));
        CompletableFuture<RoomStream> waiting = listen(OptionalLong.empty());
        rooms.on(event(1, "no event of a room"), Streams.at(1));
        pending.complete(state);
        assertThat(waiting).isCompletedExceptionally();
        assertThat(listen(OptionalLong.empty())).isCompleted();
    }

    @Test
    void endAtOnceWhatIsOpenedOnARoomWithAGap() {
        loads.add(pending);
        CompletableFuture<RoomStream> waiting = listen(OptionalLong.empty());
        rooms.on(event(2, new RoomDisabled(ROOM)), Streams.at(2));
        pending.complete(state);
        assertThat(Heard.all(waiting.join()).untilCompleted().text()).contains("\"reason\":\"interrupted\"");
    }

    @Test
    void endAtOnceWhatIsOpenedOnARoomThatWasJustGivenUp() {
        LiveRoom room = new LiveRoom(live.context, attendance(), state.orElseThrow());
        room.close(Ending.INTERRUPTED);
        var hearing = Hearing.of(live.blocks, live.kids, BOB).join();
        RoomStream stream = room.open(live.listener(BOB, false, OptionalLong.empty()), hearing);
        assertThat(Heard.all(stream).untilCompleted().text()).contains("\"reason\":\"interrupted\"");
    }

    @Test
    void tellThoseInTheNewRoomWhoLeavesTheOneThatWasGivenUp() {
        loads.add(CompletableFuture.completedFuture(state));
        loads.add(CompletableFuture.completedFuture(state));
        Queue<Runnable> busy = new ArrayDeque<>();
        rooms.listen(ROOM, new Listener(PersonView.of(BOB, "bob"), false, OptionalLong.empty(), busy::add))
                .join();
        rooms.on(event(9, new RoomDisabled(ROOM)), Streams.at(9));
        Heard ann = Heard.all(rooms.listen(ROOM, live.listener(ANN, false, OptionalLong.empty()))
                .join());
        busy.forEach(Runnable::run);
        ann.until(heard -> heard.events().equals(List.of("user_left")));
    }

    @Test
    void goOnWithANewRoomAfterTheyWereStoppedAndStarted() {
        live.listen(BOB);
        live.rooms.stop();
        live.rooms.start();
        Heard heard = live.listen(BOB);
        heard.untilId(live.post(ANN));
    }

    @Test
    void tellNobodyWhoIsTypingInARoomThatIsStillLoaded() {
        loads.add(pending);
        loads.add(CompletableFuture.completedFuture(state.map(room -> room.after(new ParticipantAdded(ROOM, BOB), 1))));
        listen(OptionalLong.empty());
        assertThat(rooms.typing(ROOM, live.listener(BOB, false, OptionalLong.empty())))
                .isCompleted();
    }

    @Test
    void keepNoStreamForOneWhoWaitsNoMore() {
        loads.add(pending);
        listen(OptionalLong.empty()).cancel(true);
        pending.complete(state);
        await().atMost(Duration.ofSeconds(5)).until(() -> live.subscribers() == 0);
    }

    private Attendance attendance() {
        return new Attendance(ROOM, live.context);
    }

    private CompletableFuture<RoomStream> listen(OptionalLong after) {
        return rooms.listen(ROOM, live.listener(BOB, false, after));
    }

    private static DomainEventMessage<?> event(long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Room", ROOM.value(), sequence, payload);
    }
}
