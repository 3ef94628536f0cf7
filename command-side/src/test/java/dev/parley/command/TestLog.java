package dev.parley.command;

import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** A log in memory, with what happened before a test and what came of it. */
public final class TestLog {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Set<String> given = new HashSet<>();

    public InMemoryEventStorageEngine engine() {
        return engine;
    }

    /** These events happened to this aggregate then. */
    public TestLog given(Instant at, Object stream, Object... events) {
        return givenBy(UserId.SYSTEM, at, stream, events);
    }

    /** Somebody made these events happen to this aggregate then. */
    public TestLog givenBy(UserId actor, Instant at, Object stream, Object... events) {
        for (Object event : events) {
            String id = stream.toString();
            long sequence = engine.lastSequenceNumberFor(id).orElse(-1L) + 1;
            String name = "given-" + given.size();
            given.add(name);
            engine.appendEvents(new GenericDomainEventMessage<>("Given", id, sequence, event, by(actor), name, at));
        }
        return this;
    }

    /** What was added to the log besides, in order. */
    public List<Object> added() {
        return engine.readEvents(null, false)
                .filter(event -> !given.contains(event.getIdentifier()))
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    /** The events of a log, to be read one at a time. */
    public static StoredEvents stored(BiFunction<String, Long, DomainEventStream> log) {
        return (stream, sequence) -> log.apply(stream, sequence)
                .asStream()
                .findFirst()
                .map(event -> new Recorded<>(event.getPayload(), stream, sequence, event.getTimestamp()));
    }

    /** The latest events in the streams of a log. */
    public static LatestEvents latest(BiFunction<String, Long, DomainEventStream> log) {
        return new LatestEvents() {
            @Override
            public <E> Optional<Found<E>> find(
                    String stream, long after, List<Class<? extends E>> types, Predicate<E> fits) {
                return log.apply(stream, after + 1)
                        .asStream()
                        .<Found<E>>mapMulti((event, found) -> types.stream()
                                .filter(type -> type.isInstance(event.getPayload()))
                                .forEach(type -> found.accept(new Found<>(
                                        type.cast(event.getPayload()),
                                        event.getSequenceNumber(),
                                        event.getTimestamp(),
                                        new UserId((String) event.getMetaData().get(Envelope.ACTOR))))))
                        .filter(one -> fits.test(one.event()))
                        .reduce((earlier, later) -> later);
            }
        };
    }

    private static MetaData by(UserId actor) {
        return MetaData.with(Envelope.ACTOR, actor.value());
    }

    /** Runs this in a unit of work, and throws what it threw. */
    public static void inOneUnit(Callable<?> work) throws Throwable {
        ResultMessage<?> result = DefaultUnitOfWork.startAndGet(null).executeWithResult(work);
        if (result.isExceptional()) {
            throw result.exceptionResult();
        }
    }
}
