package dev.parley.command.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides which appends rest on what is still so. A decision that looked at other aggregates (may this person write to
 * that one?) is right at the place in the log where its events come to stand, and not merely when it was made: the last
 * place of every stream that was looked at is compared in the transaction that stores the events.
 *
 * <p>Other nodes are kept from changing such a stream meanwhile by a lock of the database that lasts as long as the
 * transaction. Decisions that look at others take it, and appends of the aggregates that are looked at. Rooms take none,
 * though their lines look at their author: what another node stores in the very transaction beside theirs may come to
 * stand before them, but whatever it has answered before they were compared does hold.
 */
class Conditions {
    /** Aggregates that decisions on others look at. */
    private static final Set<String> LOOKED_AT = Set.of("Member", "Relations", "Topic");
    /** Aggregates that do without the lock. */
    private static final Set<String> UNLOCKED = Set.of("Room");

    private static final long EMPTY = ReadSet.EMPTY;

    private final JdbcClient database;

    Conditions(JdbcClient database) {
        this.database = database;
    }

    /** Those that may be stored, one after the other, in the transaction under way. */
    List<Append> holding(List<Append> group) {
        SortedSet<String> read = new TreeSet<>();
        SortedSet<String> locked = new TreeSet<>();
        for (Append append : group) {
            read.addAll(append.reads().keySet());
            append.events()
                    .forEach(event ->
                            lock((DomainEventMessage<?>) event, append.reads().keySet(), locked));
        }
        if (!locked.isEmpty()) {
            lock(locked);
        }
        return read.isEmpty() ? group : holding(group, lastPlaces(read));
    }

    private static List<Append> holding(List<Append> group, Map<String, Long> last) {
        List<Append> holding = new ArrayList<>();
        for (Append append : group) {
            boolean holds = append.reads().entrySet().stream()
                    .allMatch(read -> last.getOrDefault(read.getKey(), EMPTY).equals(read.getValue()));
            if (holds) {
                holding.add(append);
                append.events().forEach(event -> advance(last, (DomainEventMessage<?>) event));
            }
        }
        return holding;
    }

    private static void advance(Map<String, Long> last, DomainEventMessage<?> event) {
        last.put(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    private static void lock(DomainEventMessage<?> event, Set<String> reads, Set<String> locked) {
        if (!UNLOCKED.contains(event.getType())) {
            locked.addAll(reads);
        }
        if (LOOKED_AT.contains(event.getType())) {
            locked.add(event.getAggregateIdentifier());
        }
    }

    /** In the same order everywhere, so that two nodes never wait for each other. */
    private void lock(Set<String> streams) {
        database.sql("SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(stream, 0) AS key"
                        + " FROM unnest(?::text[]) AS stream ORDER BY key) AS keys")
                .param(streams.toArray(String[]::new))
                .query(row -> {});
    }

    /** One look-up in an index for each, in one query whose text is always the same. */
    Map<String, Long> lastPlaces(Set<String> streams) {
        Map<String, Long> last = new HashMap<>();
        database.sql("SELECT stream, coalesce((SELECT max(sequencenumber) FROM domainevententry"
                        + " WHERE aggregateidentifier = stream), ?) FROM unnest(?::text[]) AS stream")
                .params(EMPTY, streams.toArray(String[]::new))
                .query(row -> {
                    last.put(row.getString(1), row.getLong(2));
                });
        return last;
    }
}
