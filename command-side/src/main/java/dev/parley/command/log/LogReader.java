package dev.parley.command.log;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single events. Axon's engine reads a stream from a place on, 1,000 events at once. */
class LogReader implements StoredEvents {
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

    /** Those of these events that are stored, in the order of the log. One read. */
    List<LogRow> find(Collection<String> ids) {
        return database.sql(LogRow.SELECT + "eventidentifier IN (:ids) ORDER BY globalindex")
                .param("ids", ids)
                .query(LogRow::read)
                .list();
    }

    /** The events in these rows, in today's shapes. */
    List<? extends DomainEventMessage<?>> events(List<LogRow> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), serializer, upcasters)
                .asStream()
                .toList();
    }
}
