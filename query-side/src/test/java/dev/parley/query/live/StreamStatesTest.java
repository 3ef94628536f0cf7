package dev.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.Streams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;

class StreamStatesTest {
    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final EventStore slow = Mockito.mock(EventStore.class, AdditionalAnswers.delegatesTo(log));
    private final StreamStates<String> states =
            new StreamStates<>(slow, "", (state, event) -> state + event.getPayload(), state -> 1, 1_000);

    @AfterEach
    void close() {
        log.shutDown();
    }

    @Test
    void areReadOnceAndCarriedOnByTheTail() {
        happen("a", 0, "x");
        happen("a", 1, "y");
        assertThat(states.current("a").join()).isEqualTo("xy");
        states.on(happen("a", 2, "z"));
        assertThat(states.current("a").join()).isEqualTo("xyz");
        assertThat(states.current("b").join()).isEmpty();
        Mockito.verify(slow, Mockito.times(1)).readEvents("a", 0);
    }

    @Test
    void countAnEventOnceThatTheTailTellsOfLate() {
        DomainEventMessage<?> first = happen("a", 0, "x");
        happen("a", 1, "y");
        states.current("a").join();
        states.on(first);
        assertThat(states.current("a").join()).isEqualTo("xy");
    }

    @Test
    void loseNothingThatTheTailTellsOfDuringTheRead() throws InterruptedException {
        happen("a", 0, "x");
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        Mockito.doAnswer(call -> {
                    DomainEventStream before = log.readEvents("a", 0);
                    begun.countDown();
                    mayGoOn.await();
                    return before;
                })
                .when(slow)
                .readEvents("a", 0);
        CompletableFuture<String> asked = states.current("a");
        begun.await();
        states.on(happen("a", 1, "y"));
        CompletableFuture<String> askedLater = states.current("a");
        mayGoOn.countDown();
        assertThat(askedLater.join()).isEqualTo("xy");
        assertThat(asked.join()).startsWith("x");
    }

    @Test
    void areReadAnewAfterAReadThatFailed() {
        happen("a", 0, "x");
        Mockito.doThrow(new IllegalStateException("away"))
                .doAnswer(call -> log.readEvents("a", 0))
                .when(slow)
                .readEvents("a", 0);
        assertThat(states.current("a")).failsWithin(Duration.ofSeconds(5));
        assertThat(states.current("a").join()).isEqualTo("x");
    }

    private DomainEventMessage<?> happen(String stream, long sequence, String event) {
        DomainEventMessage<?> message = Streams.message(stream, sequence, event);
        log.publish(message);
        return message;
    }
}
