package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestLog;
import dev.parley.command.log.CurrentState.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class CurrentStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestLog log = new TestLog();
    private final CurrentState<List<String>> texts = texts(log.engine());

    private record Said(String text) {}

    private record Holding(List<String> current) implements StateHolder<List<String>> {}

    @Test
    void isTheInitialOneOfAStreamWithoutEvents() {
        assertThat(texts.of("s")).isEmpty();
    }

    @Test
    void followsFromAllEventsOfTheStream() {
        log.given(NOON, "s", new Said("one"), new Said("two")).given(NOON, "other", new Said("three"));
        assertThat(texts.of("s")).containsExactly("one", "two");
    }

    @Test
    void isThatOfTheMomentOfAsking() {
        log.given(NOON, "s", new Said("one"));
        assertThat(texts.of("s")).containsExactly("one");
        log.given(NOON, "s", new Said("two"));
        assertThat(texts.of("s")).containsExactly("one", "two");
    }

    @Test
    void passesOverEventsOfANewerServer() {
        log.given(NOON, "s", new Said("one"), "unheard of", new Said("two"));
        assertThat(texts.of("s")).containsExactly("one", "two");
    }

    @Test
    void readsOnlyWhatIsNew() {
        var reads = new ArrayList<Long>();
        var counted = texts(new InMemoryEventStorageEngine() {
            @Override
            public DomainEventStream readEvents(String stream, long first) {
                reads.add(first);
                return log.engine().readEvents(stream, first);
            }

            @Override
            public Optional<Long> lastSequenceNumberFor(String stream) {
                return log.engine().lastSequenceNumberFor(stream);
            }
        });
        log.given(NOON, "s", new Said("one"), new Said("two"));
        counted.of("s");
        counted.of("s");
        log.given(NOON, "s", new Said("three"));
        assertThat(counted.of("s")).containsExactly("one", "two", "three");
        assertThat(reads).containsExactly(0L, 2L);
    }

    @Test
    void goesOnFromASnapshot() {
        log.given(NOON, "s", new Said("one"), new Said("two"), new Said("three"));
        log.engine().storeSnapshot(snapshot(1, new Holding(List.of("short for both"))));
        assertThat(texts.of("s")).containsExactly("short for both", "three");
    }

    @Test
    void passesOverASnapshotOfSomethingElse() {
        log.given(NOON, "s", new Said("one"), new Said("two"));
        log.engine().storeSnapshot(snapshot(1, "what once was"));
        assertThat(texts.of("s")).containsExactly("one", "two");
    }

    @Test
    void passesOverASnapshotThatCannotBeRead() {
        var engine = new InMemoryEventStorageEngine() {
            @Override
            public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
                throw new SerializationException("as asked");
            }
        };
        engine.appendEvents(new GenericDomainEventMessage<>("Given", "s", 0, new Said("one")));
        assertThat(texts(engine).of("s")).containsExactly("one");
    }

    @Test
    void asItWasLastReadIsTakenOnlyWhereThatWillDo() {
        log.given(NOON, "s", new Said("one"));
        assertThat(texts.lastRead("s", List::isEmpty)).containsExactly("one");
        log.given(NOON, "s", new Said("two"));
        assertThat(texts.lastRead("s", said -> said.size() == 1)).containsExactly("one");
        assertThat(texts.lastRead("s", said -> said.size() == 2)).containsExactly("one", "two");
    }

    @Test
    void asItWasLastReadIsNotedAndForgottenWhereNothingCameOfIt() {
        log.given(NOON, "s", new Said("one"));
        texts.of("s");
        log.given(NOON, "s", new Said("two"));
        var unit = DefaultUnitOfWork.startAndGet(null);
        texts.lastRead("s", said -> true);
        assertThat(ReadSet.of(unit)).containsExactly(Map.entry("s", 0L));
        unit.rollback();
        assertThat(texts.lastRead("s", said -> true)).containsExactly("one", "two");
    }

    @Test
    void isNotedWhereItWasReadFirst() {
        log.given(NOON, "s", new Said("one"));
        var unit = DefaultUnitOfWork.startAndGet(null);
        texts.of("s");
        texts.of("empty");
        log.given(NOON, "s", new Said("two"));
        texts.of("s");
        assertThat(ReadSet.of(unit)).containsExactly(Map.entry("empty", ReadSet.EMPTY), Map.entry("s", 0L));
        unit.rollback();
    }

    @SuppressWarnings("unchecked")
    private static CurrentState<List<String>> texts(EventStorageEngine log) {
        Class<List<String>> state = (Class<List<String>>) (Class<?>) List.class;
        var family = new Family<List<String>, Said>(
                state,
                List.of(),
                Said.class,
                (said, event, at) ->
                        Stream.concat(said.stream(), Stream.of(event.text())).toList());
        return new CurrentState<>(log, family, List::size);
    }

    private static DomainEventMessage<?> snapshot(long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Given", "s", sequence, payload);
    }
}
