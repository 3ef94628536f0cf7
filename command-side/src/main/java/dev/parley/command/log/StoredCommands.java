package dev.parley.command.log;

import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;

/** Finds what a command led to that was accepted before, however long ago: its events have its id. */
class StoredCommands {
    /** More than most commands ever lead to. */
    private static final int EVENTS_PER_READ = 8;

    private final LogReader log;

    StoredCommands(LogReader log) {
        this.log = log;
    }

    /** @param digest of the request that led to it; empty where it had no idempotency key */
    record Stored(Outcome outcome, String digest) {}

    /** As {@link #find}, as the answer to another command: what became of it since is not behind the position. Two reads. */
    Optional<Outcome> findForAnother(String command) {
        return find(command).map(found -> found.outcome().toAnother(log.head()));
    }

    /** Blocks on the event store, for one read of up to 8 events. */
    Optional<Stored> find(String command) {
        List<LogRow> found = new ArrayList<>();
        int asked = 0;
        do {
            List<String> ids = IntStream.range(asked, asked + EVENTS_PER_READ)
                    .mapToObj(index -> EventJournal.idOf(command, index))
                    .toList();
            found.addAll(log.find(ids));
            asked += EVENTS_PER_READ;
        } while (found.size() == asked);
        return found.isEmpty() ? Optional.empty() : Optional.of(stored(found));
    }

    /** The events may lie in several streams, with another node's between them. */
    private Stored stored(List<LogRow> found) {
        List<? extends DomainEventMessage<?>> events = log.events(found);
        List<Recorded<?>> recorded = new ArrayList<>();
        events.forEach(event -> recorded.add(EventJournal.recorded(event)));
        String digest = (String) events.getFirst().getMetaData().getOrDefault(Envelope.REQUEST, "");
        return new Stored(new Outcome(recorded, found.getLast().position()), digest);
    }
}
