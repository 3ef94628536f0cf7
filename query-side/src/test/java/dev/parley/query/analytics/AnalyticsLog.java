package dev.parley.query.analytics;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Days;
import dev.parley.query.MongoForTests;
import dev.parley.query.ReadyReport;
import dev.parley.query.Streams;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.bson.Document;

/** A log, a projection that is given it, and what reports make of that. */
final class AnalyticsLog implements AutoCloseable {
    final MongoForTests mongo = new MongoForTests();
    final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Appends an event, which somebody brought about. */
    void happens(String stream, Object event, UserId actor, Role role, Instant at) {
        long sequence = sequences.merge(stream, 0L, (last, zero) -> last + 1);
        log.add(Streams.logged(
                log.size(),
                new GenericDomainEventMessage<>(
                        "Test",
                        stream,
                        sequence,
                        event,
                        Map.of(Envelope.ACTOR, actor.value(), Envelope.ROLE, role.label()),
                        "event" + log.size(),
                        at)));
    }

    /** Has the projection handle these as one batch. */
    void play(Object projection, List<GenericTrackedDomainEventMessage<?>> batch) {
        var handlers = new AnnotationEventHandlerAdapter(projection);
        mongo.play(batch.stream(), (event, message) -> handle(handlers, message));
    }

    private static void handle(AnnotationEventHandlerAdapter handlers, GenericTrackedDomainEventMessage<?> message) {
        try {
            handlers.handle(message);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has it handle all, some events in each batch. */
    void playAll(Object projection, int batchSize) {
        for (int from = 0; from < log.size(); from += batchSize) {
            play(projection, log.subList(from, Math.min(log.size(), from + batchSize)));
        }
    }

    /** What these collections hold. */
    List<List<Document>> stored(String... collections) {
        return Stream.of(collections).map(mongo::documents).toList();
    }

    static List<List<Object>> rows(ReadyReport report, String from, String to) {
        return report.rows(new Days(LocalDate.parse(from), LocalDate.parse(to))).join();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
