package dev.parley.command.log;

import dev.parley.command.LatestEvents;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single events, and pages of a stream. Axon's engine reads all from a place on, 1,000 events at once. */
class LogReader implements StoredEvents, LatestEvents, FarLog {
    static final int ROWS_PER_PAGE = 500;

    private static final int ROWS_PER_READ = 64;

    private final JdbcClient database;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    LogReader(JdbcClient database, Serializer serializer, EventUpcaster upcasters) {
        this.database = database;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public Optional<Recorded<?>> at(String stream, long sequence) {
        var rows = database.sql(LogRow.SELECT + "aggregateidentifier = ? AND sequencenumber = ?")
                .params(stream, sequence)
                .query(LogRow::read)
                .list();
        return events(rows).stream().<Recorded<?>>map(EventJournal::recorded).findFirst();
    }

    @Override
    public <E> Optional<Found<E>> find(String stream, long after, List<Class<? extends E>> types, Predicate<E> fits) {
        List<String> names = types.stream().map(Class::getName).toList();
        long before = Long.MAX_VALUE;
        while (true) {
            List<LogRow> rows = backwards(stream, after, before, names);
            Optional<Found<E>> found = events(rows).stream()
                    .flatMap(event -> found(event, types))
                    .filter(one -> fits.test(one.event()))
                    .findFirst();
            if (found.isPresent() || rows.size() < ROWS_PER_READ) {
                return found;
            }
            before = rows.getLast().getSequenceNumber();
        }
    }

    private List<LogRow> backwards(String stream, long after, long before, List<String> types) {
        return database.sql(LogRow.SELECT + "aggregateidentifier = :stream AND sequencenumber > :after"
                        + " AND sequencenumber < :before AND payloadtype IN (:types)"
                        + " ORDER BY sequencenumber DESC LIMIT " + ROWS_PER_READ)
                .param("stream", stream)
                .param("after", after)
                .param("before", before)
                .param("types", types)
                .query(LogRow::read)
                .list();
    }

    private static <E> Stream<Found<E>> found(DomainEventMessage<?> event, List<Class<? extends E>> types) {
        return types.stream()
                .filter(type -> type.isInstance(event.getPayload()))
                .map(type -> new Found<E>(
                        type.cast(event.getPayload()),
                        event.getSequenceNumber(),
                        event.getTimestamp(),
                        new UserId((String) event.getMetaData().get(Envelope.ACTOR))));
    }

    /** Those of these events that are stored, in the order of the log. One read. */
    List<LogRow> find(Collection<String> ids) {
        return database.sql(LogRow.SELECT + "eventidentifier IN (:ids) ORDER BY globalindex")
                .param("ids", ids)
                .query(LogRow::read)
                .list();
    }

    /** One read in an index. */
    @Override
    public long head() {
        return database.sql("SELECT coalesce(max(globalindex), 0) FROM domainevententry")
                .query(Long.class)
                .single();
    }

    /** The events of a stream behind this place, oldest first: at most so many. One read. */
    List<LogRow> following(String stream, long sequence, int limit) {
        return database.sql(LogRow.SELECT + "aggregateidentifier = ? AND sequencenumber > ?"
                        + " ORDER BY sequencenumber LIMIT ?")
                .params(stream, sequence, limit)
                .query(LogRow::read)
                .list();
    }

    @Override
    public Rows between(long position, long end, Set<String> passedOver) {
        var rows = database.sql(LogRow.SELECT + "globalindex > ? AND globalindex <= ? AND payloadtype <> ALL (?)"
                        + " ORDER BY globalindex LIMIT " + ROWS_PER_PAGE)
                .params(position, end, passedOver.toArray(String[]::new))
                .query(LogRow::read)
                .list();
        return new Rows(rows.size() == ROWS_PER_PAGE ? rows.getLast().position() : end, () -> tracked(rows));
    }

    private List<LazyEvent> tracked(List<LogRow> rows) {
        return upcasters
                .upcast(rows.stream().map(row -> new InitialEventRepresentation(tracked(row), serializer)))
                .map(stored -> LazyEvent.of(stored, serializer))
                .toList();
    }

    private static TrackedEventData<byte[]> tracked(LogRow row) {
        var token = GapAwareTrackingToken.newInstance(row.position(), Collections.emptySortedSet());
        return new TrackedDomainEventData<>(token, row);
    }

    /** The events in these rows, in today's shapes. */
    List<? extends DomainEventMessage<?>> events(List<LogRow> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), serializer, upcasters)
                .asStream()
                .toList();
    }
}
