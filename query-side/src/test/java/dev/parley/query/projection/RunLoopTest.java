package dev.parley.query.projection;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.BatchSink;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import dev.parley.query.projection.Rest.Haste;
import dev.parley.query.projection.letter.Blame;
import dev.parley.query.projection.letter.LettersForTests;
import dev.parley.query.projection.letter.Parked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A log of texts, and a projection that takes them and passes over numbers. */
class RunLoopTest {
    private static final ProjectionRun RUN = ProjectionRun.first("texts");

    private final MongoForTests mongo = new MongoForTests();
    private final List<TrackedEventMessage<?>> stored = new CopyOnWriteArrayList<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final AtomicLong place = new AtomicLong(-2);
    private final Sink sink = new Sink();
    private final Gate gate = new Gate(new Log(), () -> false);
    private final ScheduledExecutorService keeping = Executors.newSingleThreadScheduledExecutor();
    private RunLoop loop = loop();

    @AfterEach
    void close() {
        loop.stop().join();
        keeping.shutdown();
        mongo.close();
    }

    @Test
    void handlesWhatTheLogHoldsAndThenWhatComes() {
        say("a", "b");
        loop.start();
        reach(1);
        say("c");
        reach(2);
        assertThat(handled).containsExactly("a", "b", "c");
        assertThat(loop.isWorking()).isTrue();
    }

    @Test
    void goesOnBehindTheLastBatchThatWasStored() {
        say("a", "b");
        loop.start();
        reach(1);
        loop.stop().join();
        assertThat(loop.isWorking()).isFalse();
        say("c");
        loop = loop();
        loop.start();
        reach(2);
        assertThat(handled).containsExactly("a", "b", "c");
    }

    @Test
    void movesOnPastWhatItDoesNothingWith() {
        say(1, 2, "a", 3);
        loop.start();
        reach(3);
        assertThat(handled).containsExactly("a");
    }

    @Test
    void handlesABatchAgainThatAStoreFailedFor() {
        sink.failure = Optional.of(new SearchUnavailable("away", null));
        say("a");
        loop.start();
        eventually(() -> loop.failure().isPresent());
        assertThat(place).hasValue(-1);
        sink.failure = Optional.empty();
        loop.tryAgain();
        reach(0);
        eventually(() -> loop.failure().isEmpty());
        assertThat(handled).startsWith("a").endsWith("a");
    }

    @Test
    void goesOnAfterAnErrorToo() {
        sink.error = Optional.of(new NoClassDefFoundError("replaced"));
        say("a");
        loop.start();
        eventually(() -> loop.failure().isPresent());
        assertThat(loop.failure().orElseThrow()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
        sink.error = Optional.empty();
        loop.tryAgain();
        reach(0);
    }

    @Test
    void stopsDuringThePauseAfterAFailure() {
        sink.failure = Optional.of(new SearchUnavailable("away", null));
        say("a");
        loop.start();
        eventually(() -> loop.failure().isPresent());
        loop.stop().join();
        assertThat(place).hasValue(-1);
    }

    @Test
    void doesNoStepsWhileItIsNotWorkedOn() {
        sink.away = true;
        loop.start();
        assertThatThrownBy(loop.between(() -> "done")::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void keepsTogetherWhatBecameOfOneStoredEvent() {
        for (int place = 0; place < 999; place++) {
            say("x");
        }
        stored.add(event(999, "one"));
        stored.add(event(999, "other"));
        loop.start();
        reach(999);
        assertThat(handled).hasSize(1_001).endsWith("one", "other");
        assertThat(sink.flushes).containsExactly(1_001);
    }

    @Test
    void leavesTheRunToTheNodeThatHasTakenIt() {
        loop.start();
        eventually(loop::isWorking);
        Document other = new Document("owner", "another node").append("timestamp", Long.MAX_VALUE);
        mongo.writtenDatabase().getCollection("tokens").updateOne(new Document(), new Document("$set", other));
        say("a");
        eventually(() -> !loop.isWorking());
        assertThat(loop.failure()).isEmpty();
    }

    @Test
    void keepsTheRunWhileABatchTakesLong() {
        var over = new CountDownLatch(1);
        sink.takes = over;
        say("a");
        loop.start();
        eventually(() -> !handled.isEmpty());
        long claimed = claimedAt();
        eventually(() -> claimedAt() > claimed);
        over.countDown();
        reach(0);
    }

    private long claimedAt() {
        return mongo.documents("tokens").getFirst().getLong("timestamp");
    }

    @Test
    void doesStepsBetweenBatches() throws Exception {
        loop.start();
        eventually(loop::isWorking);
        Future<String> step = loop.between(() -> Thread.currentThread().getName());
        assertThat(step.get()).isEqualTo("projection-texts");
    }

    @Test
    void doesNoMoreStepsOnceItHasStopped() {
        loop.start();
        loop.stop().join();
        assertThatThrownBy(loop.between(() -> "done")::get).isInstanceOf(CancellationException.class);
    }

    private RunLoop loop() {
        Parked parked = LettersForTests.parked(RUN, mongo.writtenDatabase(), 10);
        return new RunLoop(
                RUN,
                gate,
                new ReadModelTokens(RUN, mongo.writtenDatabase(), List.of(sink), () -> 0, () -> true, parked),
                new BatchHandler(new Handler(), List.of(sink), parked, Blame::isOnEvent),
                () -> 1_000,
                new Rest(Duration.ZERO, () -> Haste.KEEPS_UP),
                keeping,
                at -> place.set(at == null ? -1 : at.position().orElseThrow()));
    }

    private void say(Object... payloads) {
        for (Object payload : payloads) {
            stored.add(event(stored.size(), payload));
        }
        gate.look();
    }

    private static TrackedEventMessage<?> event(long position, Object payload) {
        return new GenericTrackedDomainEventMessage<>(
                Streams.at(position), Streams.message("texts", position, payload));
    }

    private void reach(long position) {
        eventually(() -> place.get() == position);
    }

    private final class Handler implements EventHandlerInvoker {
        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            handled.add((String) message.getPayload());
            sink.gathered++;
        }

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            return payloadType == String.class;
        }
    }

    private static final class Sink implements BatchSink {
        private final List<Integer> flushes = new ArrayList<>();
        private int gathered;
        private volatile CountDownLatch takes = new CountDownLatch(0);
        private volatile Optional<RuntimeException> failure = Optional.empty();
        private volatile Optional<Error> error = Optional.empty();
        private volatile boolean away;

        @Override
        public void flush() {
            try {
                takes.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            failure.ifPresent(failed -> {
                throw failed;
            });
            error.ifPresent(failed -> {
                throw failed;
            });
            flushes.add(gathered);
            gathered = 0;
        }

        @Override
        public boolean isAwayFor(String projection) {
            return away;
        }
    }

    private final class Log extends ForwardedLog {
        Log() {
            super(Mockito.<StreamableMessageSource<TrackedEventMessage<?>>>mock());
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken from) {
            return new Reader(from == null ? 0 : (int) from.position().orElseThrow() + 1);
        }
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int next;

        Reader(int next) {
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return next < stored.size() ? Optional.of(stored.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return next < stored.size();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return stored.get(next++);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
