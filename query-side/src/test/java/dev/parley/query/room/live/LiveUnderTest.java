package dev.parley.query.room.live;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.BlocksForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.PersonView;
import dev.parley.query.StandingsForTests;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.LogTail;
import dev.parley.query.live.Outbox;
import dev.parley.query.live.Presence;
import dev.parley.query.live.TypingPace;
import dev.parley.query.room.LoggedRooms;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomStates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Live delivery on a log in memory, with a room of which everybody may read. */
final class LiveUnderTest implements AutoCloseable {
    static final RoomId ROOM = new RoomId("team~1");
    static final UserId ANN = new UserId("ann");
    static final UserId BOB = new UserId("bob");
    static final UserId MOD = new UserId("mod");
    static final LiveSettings SETTINGS =
            new LiveSettings(256, 256, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10));

    final AtomicLong reads = new AtomicLong();
    final AtomicLong nanos = new AtomicLong();
    final EmbeddedEventStore store;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final LiveContext context;
    final RoomStates states;
    final LiveRooms rooms;
    final BlocksForTests blocks = new BlocksForTests();
    final StandingsForTests kids = new StandingsForTests();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final Map<RoomId, Long> numbers = new ConcurrentHashMap<>();
    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final LogTail tail;

    LiveUnderTest(LiveSettings settings) {
        store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        RoomLog log = new RoomLog(store);
        RoomFrames frames = new RoomFrames(new NamesForTests());
        Executor counted = task -> {
            reads.incrementAndGet();
            reader.execute(task);
        };
        Outbox outbox = new Outbox();
        context = new LiveContext(
                new History(log, frames, counted, counted),
                frames,
                blocks,
                kids,
                kids,
                new Presence(settings, outbox),
                outbox,
                new TypingPace(nanos::get),
                settings,
                Clock.systemUTC(),
                new LiveMetrics(meters));
        LoggedRooms logged = new LoggedRooms(log);
        states = logged.rooms();
        rooms = new LiveRooms(states, context);
        tail = new LogTail(store, List.of(logged.listener(), rooms), Clock.systemUTC(), meters);
        tail.start();
    }

    static LiveUnderTest withPublicRoom() {
        return withPublicRoom(SETTINGS);
    }

    static LiveUnderTest withPublicRoom(LiveSettings settings) {
        LiveUnderTest live = new LiveUnderTest(settings);
        live.open(ROOM, true);
        return live;
    }

    void open(RoomId room, boolean publicRead, UserId... participants) {
        append(new RoomOpened(room, RoomType.TEAM, new EntityId("1"), List.of(participants), publicRead));
    }

    long append(RoomEvent event) {
        return append(event.roomId().value(), event);
    }

    long append(String stream, Object event) {
        long sequence = sequences.merge(stream, 0L, (last, zero) -> last + 1);
        store.publish(new GenericDomainEventMessage<>("test", stream, sequence, event));
        return sequence;
    }

    /** Posts the next line of the room; its text says its place in the stream. */
    long post(UserId author) {
        long number = numbers.merge(ROOM, 1L, Long::sum);
        long sequence = sequences.get(ROOM.value()) + 1;
        return append(new MessagePosted(ROOM, number, author, new PersonalText(author, "line " + sequence)));
    }

    /** Posts so many lines, and says where the last one is. */
    long posted(int lines) {
        long last = 0;
        for (int i = 0; i < lines; i++) {
            last = post(ANN);
        }
        return last;
    }

    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    long remove(long number, long sequence) {
        return append(new MessageRemoved(ROOM, number, sequence, MOD));
    }

    Heard listen(UserId person) {
        return listen(person, OptionalLong.empty());
    }

    Heard listen(UserId person, OptionalLong after) {
        return Heard.all(stream(person, false, after));
    }

    RoomStream stream(UserId person, boolean moderator, OptionalLong after) {
        return stream(ROOM, person, moderator, after);
    }

    RoomStream stream(RoomId room, UserId person, boolean moderator, OptionalLong after) {
        return rooms.listen(room, listener(person, moderator, after))
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    Listener listener(UserId person, boolean moderator, OptionalLong after) {
        return new Listener(PersonView.of(person, person.value()), moderator, after, loop);
    }

    /** From now on reads of the log for those who come back are refused. */
    void refuseReads() {
        reader.shutdown();
    }

    /** Sends a sign of life on every stream, and waits until that has been done. */
    void beat() {
        rooms.beat();
        CompletableFuture.runAsync(() -> {}, loop).join();
    }

    /** How many streams are open. */
    double subscribers() {
        return meters.get("parley.live.subscribers").gauge().value();
    }

    @Override
    public void close() {
        rooms.stop();
        tail.stop();
        store.shutDown();
        loop.shutdown();
        reader.shutdown();
    }
}
