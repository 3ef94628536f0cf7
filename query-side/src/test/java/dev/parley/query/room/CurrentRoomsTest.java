package dev.parley.query.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentRoomsTest {
    private static final RoomId ROOM = new RoomId("team~1");
    private static final RoomOpened OPENED = new RoomOpened(ROOM, RoomType.TEAM, new EntityId("1"), List.of(), false);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Runnable> waiting = new ArrayList<>();
    private long sequence;
    private long generation = 1;

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void goOnFromTheReadModelWithWhatTheLogHasBeyondIt() {
        RoomState stored = RoomState.opened(OPENED, append(OPENED).getTimestamp());
        append(new ParticipantAdded(ROOM, new UserId("ann")));
        RoomState now = now(rooms(id -> CompletableFuture.completedFuture(Optional.of(stored)), Runnable::run));
        assertThat(now.people().participants()).containsExactly(new UserId("ann"));
        assertThat(now.sequence()).isOne();
    }

    @Test
    void areFoldedFromTheLogAloneWhileTheReadModelIsAway() {
        append(OPENED);
        append(new RoomDisabled(ROOM));
        CurrentRooms rooms =
                rooms(id -> CompletableFuture.failedFuture(new IllegalStateException("away")), Runnable::run);
        assertThat(now(rooms).standing().disabled()).isTrue();
    }

    @Test
    void areKeptCurrentByTheTail() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, Runnable::run);
        now(rooms);
        rooms.on(append(new RoomDisabled(ROOM)), Streams.at(1));
        assertThat(now(rooms).standing().disabled()).isTrue();
    }

    @Test
    void loseNothingThatComesWhileTheyAreLoaded() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, waiting::add);
        CompletableFuture<Optional<RoomState>> loading = rooms.current(ROOM);
        rooms.on(append(new ParticipantAdded(ROOM, new UserId("ann"))), Streams.at(1));
        waiting.forEach(Runnable::run);
        rooms.on(append(new RoomDisabled(ROOM)), Streams.at(2));
        assertThat(loading)
                .isCompletedWithValueMatching(found -> found.orElseThrow().sequence() == 1);
        assertThat(now(rooms).sequence()).isEqualTo(2);
    }

    @Test
    void areLoadedAgainWhenTheTailHasAGap() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, Runnable::run);
        now(rooms);
        append(new ParticipantAdded(ROOM, new UserId("ann")));
        rooms.on(append(new RoomDisabled(ROOM)), Streams.at(2));
        assertThat(now(rooms).sequence()).isEqualTo(2);
    }

    @Test
    void areLoadedAgainWhenTheReadModelIsAnother() {
        RoomState whole = RoomState.opened(OPENED, append(OPENED).getTimestamp());
        RoomState damaged = whole.after(new RoomDisabled(ROOM), 0);
        CurrentRooms rooms = rooms(
                id -> CompletableFuture.completedFuture(Optional.of(generation == 1 ? damaged : whole)), Runnable::run);
        assertThat(now(rooms)).isEqualTo(damaged);
        generation = 2;
        assertThat(now(rooms)).isEqualTo(whole).isSameAs(now(rooms));
    }

    @Test
    void areUnknownUntilTheyAreOpened() {
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, Runnable::run);
        assertThat(rooms.current(ROOM)).isCompletedWithValue(Optional.empty());
        rooms.on(append(OPENED), Streams.at(0));
        assertThat(now(rooms).sequence()).isZero();
    }

    @Test
    void areLoadedAgainWhenTooMuchComesWhileTheyAreLoaded() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, waiting::add);
        CompletableFuture<Optional<RoomState>> loading = rooms.current(ROOM);
        List<DomainEventMessage<?>> unread = unread(5_000);
        unread.forEach(event -> rooms.on(event, Streams.at(1)));
        waiting.removeFirst().run();
        assertThat(loading).isNotDone();
        unread.forEach(store::publish);
        waiting.removeFirst().run();
        assertThat(loading)
                .isCompletedWithValueMatching(found -> found.orElseThrow().sequence() == 5_000);
    }

    @Test
    void keepNobodyWaitingWhenWhatComesCannotBeTaken() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, waiting::add);
        CompletableFuture<Optional<RoomState>> loading = rooms.current(ROOM);
        rooms.on(garbage(), Streams.at(1));
        waiting.removeFirst().run();
        assertThat(loading).isCompletedExceptionally();
        CompletableFuture<Optional<RoomState>> again = rooms.current(ROOM);
        waiting.removeFirst().run();
        assertThat(again)
                .isCompletedWithValueMatching(found -> found.orElseThrow().sequence() == 0);
    }

    @Test
    void areLoadedAgainAfterWhatCouldNotBeTaken() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, Runnable::run);
        now(rooms);
        assertThatThrownBy(() -> rooms.on(garbage(), Streams.at(1))).isInstanceOf(ClassCastException.class);
        append(new RoomDisabled(ROOM));
        assertThat(now(rooms).standing().disabled()).isTrue();
    }

    @Test
    void areAskedForAgainAfterTheLogWasAway() {
        append(OPENED);
        CurrentRooms rooms = rooms(CurrentRoomsTest::nowhere, task -> {
            if (waiting.isEmpty()) {
                waiting.add(task);
                throw new RejectedExecutionException("away");
            }
            task.run();
        });
        assertThat(rooms.current(ROOM)).isCompletedExceptionally();
        assertThat(now(rooms).sequence()).isZero();
    }

    private CurrentRooms rooms(Function<RoomId, CompletableFuture<Optional<RoomState>>> stored, Executor blocking) {
        return new CurrentRooms(stored, () -> generation, new RoomLog(store), blocking);
    }

    private static CompletableFuture<Optional<RoomState>> nowhere(RoomId room) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static RoomState now(CurrentRooms rooms) {
        return rooms.current(ROOM).join().orElseThrow();
    }

    private static DomainEventMessage<?> garbage() {
        return new GenericDomainEventMessage<>("Room", ROOM.value(), 1, "no event of a room");
    }

    private List<DomainEventMessage<?>> unread(int events) {
        List<DomainEventMessage<?>> unread = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            unread.add(message(i % 2 == 0 ? new RoomDisabled(ROOM) : new RoomEnabled(ROOM)));
        }
        return unread;
    }

    private DomainEventMessage<?> message(RoomEvent event) {
        return new GenericDomainEventMessage<>("Room", ROOM.value(), sequence++, event);
    }

    private DomainEventMessage<?> append(RoomEvent event) {
        DomainEventMessage<?> message = message(event);
        store.publish(message);
        return message;
    }
}
