package dev.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.Status;

class LogTailTest {
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private LogTail tail;

    @AfterEach
    void stop() {
        tail.stop();
        store.shutDown();
    }

    @Test
    void tellsOfWhatComesAfterItsStartAlone() {
        append(0);
        start(store, (event, at) -> told.add(event.getSequenceNumber()));
        append(1);
        append(2);
        awaitTold(1, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnForOthersWhenAListenerFails(boolean error) {
        LogListener failing = (event, at) -> {
            if (error) {
                throw new NoClassDefFoundError("on purpose");
            }
            throw new IllegalStateException("on purpose");
        };
        start(store, failing, (event, at) -> told.add(event.getSequenceNumber()));
        append(0);
        append(1);
        awaitTold(0, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void skipsNothingWhileTheStoreIsAway(boolean error) {
        AtomicBoolean away = new AtomicBoolean();
        EventStore flaky = Mockito.mock(EventStore.class, AdditionalAnswers.delegatesTo(store));
        Mockito.doAnswer(call -> opened(call.getArgument(0), away, error))
                .when(flaky)
                .openStream(Mockito.any());
        start(flaky, (event, at) -> {
            told.add(event.getSequenceNumber());
            away.set(event.getSequenceNumber() % 3 == 0);
        });
        for (long sequence = 0; sequence < 10; sequence++) {
            append(sequence);
        }
        awaitTold(LongStream.range(0, 10).toArray());
    }

    @RepeatedTest(5)
    void tellsOfEachEventOnceAfterItWasStoppedAndStarted() {
        start(store, (event, at) -> told.add(event.getSequenceNumber()));
        tail.stop();
        tail.start();
        for (long sequence = 0; sequence < 10; sequence++) {
            append(sequence);
        }
        awaitTold(LongStream.range(0, 10).toArray());
    }

    @Test
    void isHealthyForAsLongAsItReads() {
        start(store);
        var health = new LogTailHealth(tail);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        tail.stop();
        await().atMost(Duration.ofSeconds(5)).until(() -> health.health().getStatus() == Status.DOWN);
    }

    /** A stream that breaks when the store is away, and a store that is back as soon as it is asked again. */
    private BlockingStream<?> opened(TrackingToken from, AtomicBoolean away, boolean error) {
        away.set(false);
        BlockingStream<TrackedEventMessage<?>> stream = store.openStream(from);
        return Mockito.mock(BlockingStream.class, call -> {
            if (away.get() && call.getMethod().getName().equals("hasNextAvailable")) {
                throw error ? new NoClassDefFoundError("away") : new IllegalStateException("away");
            }
            return call.getMethod().invoke(stream, call.getArguments());
        });
    }

    private void start(EventStore events, LogListener... listeners) {
        tail = new LogTail(events, List.of(listeners), Clock.systemUTC(), new SimpleMeterRegistry());
        tail.start();
    }

    private void append(long sequence) {
        DomainEventMessage<?> event = new GenericDomainEventMessage<>("test", "stream", sequence, "event");
        store.publish(event);
    }

    private void awaitTold(long... sequences) {
        List<Long> expected = LongStream.of(sequences).boxed().toList();
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> told.size() >= expected.size());
        assertThat(told).containsExactlyElementsOf(expected);
    }
}
