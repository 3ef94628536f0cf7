package dev.parley.command.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log from a place on, page by page, oldest first. What comes after the last event of a page comes behind it for
 * good: where a transaction of another node may still fill a hole, the log ends before that.
 *
 * <p>Waits for the event store, and fails with what it failed with.
 */
public class LogPages {
    /** How much later than it happened an event is stored at most; a hole that is older stays one. */
    public static final Duration SETTLED = Duration.ofMinutes(1);

    private static final String IN_ORDER = " ORDER BY globalindex LIMIT ?";

    private final JdbcClient database;
    private final LogReader log;
    private final Clock clock;

    LogPages(JdbcClient database, LogReader log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** An event, in today's shape, at its position in the log. */
    public record Entry(long position, DomainEventMessage<?> event) {}

    /**
     * Some of the log.
     *
     * @param next position behind which to go on; empty at the end of the log
     */
    public record Page(List<Entry> entries, OptionalLong next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * All events behind a position.
     *
     * @param limit at most so many
     */
    public Page behind(long position, int limit) {
        List<LogRow> rows = rows(position, limit);
        List<LogRow> settled = rows;
        if (firstUnsettled(rows, position, position).isPresent()) {
            long known = isBeingWritten() ? position : rows.getLast().position();
            rows = rows(position, limit);
            settled = rows.subList(0, firstUnsettled(rows, position, known).orElse(rows.size()));
        }
        boolean more = settled.size() == limit;
        return new Page(
                entries(settled), more ? OptionalLong.of(settled.getLast().position()) : OptionalLong.empty());
    }

    /**
     * Of the {@code window} positions behind one, the events in whose payload or envelope these bytes stand. What is
     * being stored meanwhile may be left out.
     *
     * @param limit at most so many
     */
    public Page holding(byte[] bytes, long position, int window, int limit) {
        long end = Math.min(position + window, log.head());
        List<LogRow> rows = database.sql(LogRow.SELECT + "globalindex > ? AND globalindex <= ?"
                        + " AND (position(? IN payload) > 0 OR position(? IN metadata) > 0)" + IN_ORDER)
                .params(position, end, bytes, bytes, limit)
                .query(LogRow::read)
                .list();
        if (rows.size() == limit) {
            return new Page(entries(rows), OptionalLong.of(rows.getLast().position()));
        }
        return new Page(entries(rows), end > position ? OptionalLong.of(end) : OptionalLong.empty());
    }

    /** A position behind which all events stand that happened at this instant or later; 0 for the beginning. */
    public long before(Instant instant) {
        Instant surely = instant.minus(SETTLED);
        long before = 0;
        long notBefore = log.head();
        while (before < notBefore) {
            long middle = before + (notBefore - before) / 2;
            Optional<LogRow> row = rows(middle, 1).stream().findFirst();
            if (row.filter(found -> found.getTimestamp().isBefore(surely)).isPresent()) {
                before = row.get().position();
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    private List<LogRow> rows(long position, int limit) {
        return database.sql(LogRow.SELECT + "globalindex > ?" + IN_ORDER)
                .params(position, limit)
                .query(LogRow::read)
                .list();
    }

    /**
     * The index of the first row behind a hole that may still be filled.
     *
     * @param known position up to which no hole is filled any more
     */
    private Optional<Integer> firstUnsettled(List<LogRow> rows, long position, long known) {
        Instant old = clock.instant().minus(SETTLED);
        long last = position;
        for (int index = 0; index < rows.size(); index++) {
            LogRow row = rows.get(index);
            boolean hole = row.position() > known && row.position() != last + 1;
            if (hole && row.getTimestamp().isAfter(old)) {
                return Optional.of(index);
            }
            last = row.position();
        }
        return Optional.empty();
    }

    /** Whoever inserts has this lock before a position is given out, and until the event can be seen. */
    private boolean isBeingWritten() {
        return database.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'domainevententry'::regclass"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND mode = 'RowExclusiveLock')")
                .query(Boolean.class)
                .single();
    }

    private List<Entry> entries(List<LogRow> rows) {
        Map<String, Long> positions = HashMap.newHashMap(rows.size());
        rows.forEach(row -> positions.put(row.getEventIdentifier(), row.position()));
        List<Entry> entries = new ArrayList<>(rows.size());
        for (DomainEventMessage<?> event : log.events(rows)) {
            entries.add(new Entry(positions.get(event.getIdentifier()), event));
        }
        return entries;
    }
}
