package dev.parley.command.log;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * The event store in Axon Server. Positions count from 1, as those of the tables in PostgreSQL do.
 *
 * <p>Everything fails with {@link dev.parley.command.StoreUnavailable} while Axon Server does not answer.
 */
class AxonServerEngine implements EventStorageEngine {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final AxonServerChannel server;
    private final Serializer serializer;
    private final Serializer snapshots;
    private final EventUpcaster upcasters;

    AxonServerEngine(AxonServerChannel server, Serializer serializer, Serializer snapshots, EventUpcaster upcasters) {
        this.server = server;
        this.serializer = serializer;
        this.snapshots = snapshots;
        this.upcasters = upcasters;
    }

    /** Stores all of them or none. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        List<Event> events = AxonServerEvents.written(messages, serializer);
        server.answer(channel -> {
            AppendEventsTransaction transaction = channel.startAppendEventsTransaction();
            events.forEach(transaction::appendEvent);
            return transaction.commit();
        });
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        server.answer(channel -> channel.appendSnapshot(AxonServerEvents.event(snapshot, snapshots)));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        long position = token == null ? 0 : token.position().orElse(0);
        long end = mayBlock ? FOR_EVER : head();
        if (position >= end) {
            return Stream.empty();
        }
        return AxonServerLog.behind(server.events(), position, end)
                .flatMap(row -> EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(at(row.position()), row)), serializer, upcasters));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return messages(rows(server.events().openAggregateStream(stream, Math.max(0, firstSequence))), serializer);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        DomainEventStream newest = messages(rows(newest(server.events(), stream)), snapshots);
        return newest.hasNext() ? Optional.of(newest.next()) : Optional.empty();
    }

    private static AggregateEventStream newest(EventChannel channel, String stream) {
        return channel.loadSnapshots(stream, FOR_EVER, 1);
    }

    /** The event at this place, without its position in the log. */
    Optional<LogRow> at(String stream, long sequence) {
        return rows(server.events().openAggregateStream(stream, sequence, sequence + 1))
                .filter(row -> row.getSequenceNumber() == sequence)
                .findFirst();
    }

    private static Stream<LogRow> rows(AggregateEventStream events) {
        return Stream.generate(() -> next(events))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** The connector takes an interruption for the stream's end, and leaves it to whoever asks to find out. */
    private static Optional<LogRow> next(AggregateEventStream events) {
        try {
            if (events.hasNext()) {
                return Optional.of(AxonServerEvents.row(events.next(), 0));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while a stream was read");
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AxonServerChannel.away(e);
        } catch (RuntimeException e) {
            throw AxonServerChannel.away(e);
        }
    }

    private DomainEventStream messages(Stream<LogRow> rows, Serializer reading) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows, reading, upcasters);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.of(server.answer(channel -> channel.findHighestSequence(stream)))
                .filter(sequence -> sequence >= 0);
    }

    /** The last place in the log, 0 while it is empty. */
    long head() {
        return server.answer(EventChannel::getLastToken) + AxonServerEvents.FIRST_POSITION;
    }

    @Override
    public TrackingToken createTailToken() {
        return at(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return at(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return at(server.answer(channel -> channel.getTokenAt(instant.toEpochMilli())));
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet());
    }
}
