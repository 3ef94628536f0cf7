package dev.parley.command.log;

import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of the event store up to some time: by place within a stream, whose events are in order of time. */
class StoredPast implements PastLog {
    private final JdbcClient database;
    private final LogReader log;

    StoredPast(JdbcClient database, LogReader log) {
        this.database = database;
        this.log = log;
    }

    /** What is true of all that had happened by a time. Instants are stored as text of one length, which sorts as they do. */
    private record By(String condition, Object value) {
        static By of(AsOf asOf) {
            return switch (asOf) {
                case AsOf.Now now -> new By("globalindex <= ?", Long.MAX_VALUE);
                case AsOf.At at -> new By("timestamp <= ?", DateTimeUtils.formatInstant(at.instant()));
                case AsOf.Position at -> new By("globalindex <= ?", at.position());
            };
        }
    }

    @Override
    public Optional<PastStream> stream(String id, AsOf asOf) {
        By by = By.of(asOf);
        long last = -1;
        long notAfter = newest(id);
        long place = notAfter;
        while (last < notAfter) {
            if (hadHappened(by, id, place)) {
                last = place;
            } else {
                notAfter = place - 1;
            }
            place = notAfter - (notAfter - last - 1) / 2;
        }
        return last < 0 ? Optional.empty() : Optional.of(new PastStream(id, asOf, last));
    }

    private long newest(String stream) {
        return database.sql(
                        "SELECT coalesce(max(sequencenumber), -1) FROM domainevententry WHERE aggregateidentifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private boolean hadHappened(By by, String stream, long place) {
        return database.sql("SELECT EXISTS (SELECT FROM domainevententry"
                        + " WHERE aggregateidentifier = ? AND sequencenumber = ? AND " + by.condition() + ")")
                .params(stream, place, by.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public <E> List<PastEvent<E>> behind(long place, PastStream stream, List<Class<? extends E>> types, int limit) {
        return of(types, rows("sequencenumber > :place ORDER BY sequencenumber", place, stream, types, limit));
    }

    @Override
    public <E> List<PastEvent<E>> before(long place, PastStream stream, List<Class<? extends E>> types, int limit) {
        return of(types, rows("sequencenumber < :place ORDER BY sequencenumber DESC", place, stream, types, limit));
    }

    @Override
    public <E> List<PastEvent<E>> all(Collection<String> streams, Class<E> family, AsOf asOf) {
        By by = By.of(asOf);
        List<LogRow> rows = streams.isEmpty()
                ? List.of()
                : database.sql(LogRow.SELECT + "aggregateidentifier = ANY (?) AND " + by.condition()
                                + " ORDER BY aggregateidentifier, sequencenumber")
                        .params(streams.toArray(String[]::new), by.value())
                        .query(LogRow::read)
                        .list();
        return of(List.of(family), rows);
    }

    /** @param range which places in which order */
    private List<LogRow> rows(String range, long place, PastStream stream, List<? extends Class<?>> types, int limit) {
        return database.sql(LogRow.SELECT + "aggregateidentifier = :stream AND sequencenumber <= :last"
                        + " AND payloadtype IN (:types) AND " + range + " LIMIT :limit")
                .param("stream", stream.id())
                .param("last", stream.last())
                .param("types", types.stream().map(Class::getName).toList())
                .param("place", place)
                .param("limit", limit)
                .query(LogRow::read)
                .list();
    }

    private <E> List<PastEvent<E>> of(List<Class<? extends E>> types, List<LogRow> rows) {
        Map<String, Long> positions = HashMap.newHashMap(rows.size());
        rows.forEach(row -> positions.put(row.getEventIdentifier(), row.position()));
        return log.events(rows).stream()
                .flatMap(event -> StoredPast.<E>of(event, types, positions.get(event.getIdentifier())))
                .toList();
    }

    /** Nothing where it is of none of these types, such as one that only a newer server knows. */
    private static <E> Stream<PastEvent<E>> of(
            DomainEventMessage<?> event, List<Class<? extends E>> types, long position) {
        return types.stream()
                .filter(type -> type.isInstance(event.getPayload()))
                .map(type -> new PastEvent<>(
                        type.cast(event.getPayload()), event.getSequenceNumber(), position, event.getTimestamp()));
    }
}
