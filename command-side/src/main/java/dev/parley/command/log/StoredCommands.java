package dev.parley.command.log;

import dev.parley.command.Outcome;
import dev.parley.kernel.Envelope;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a command led to that was accepted before, however long ago: its first event has its id. */
class StoredCommands {
    private final JdbcClient database;
    private final EventStorageEngine engine;

    StoredCommands(JdbcClient database, EventStorageEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    /** @param digest of the request that led to it; empty where it had no idempotency key */
    record Stored(Outcome outcome, String digest) {}

    private record Place(String stream, long sequence, long position) {}

    /** Blocks on the event store. */
    Optional<Stored> find(String command) {
        return database.sql("SELECT aggregateidentifier, sequencenumber, globalindex FROM domainevententry"
                        + " WHERE eventidentifier = ?")
                .param(command)
                .query((row, number) -> new Place(row.getString(1), row.getLong(2), row.getLong(3)))
                .optional()
                .map(place -> read(command, place));
    }

    private Stored read(String command, Place place) {
        List<? extends DomainEventMessage<?>> events = engine.readEvents(place.stream(), place.sequence())
                .asStream()
                .takeWhile(event -> command.equals(event.getMetaData().get(Envelope.COMMAND)))
                .toList();
        String digest = (String) events.get(0).getMetaData().getOrDefault(Envelope.REQUEST, "");
        var outcome =
                new Outcome(events.stream().map(EventJournal::recorded).toList(), place.position() + events.size() - 1);
        return new Stored(outcome, digest);
    }
}
