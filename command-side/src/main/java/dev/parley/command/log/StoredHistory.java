package dev.parley.command.log;

import dev.parley.command.CommandRejected;
import dev.parley.command.History;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Reads histories from the event store, beside the aggregates that commands change. */
class StoredHistory implements History {
    private final LogReader log;
    private final PastLog past;
    private final Replay replay;
    private final Executor executor;

    /** @param executor for reading, which blocks */
    StoredHistory(LogReader log, PastLog past, Replay replay, Executor executor) {
        this.log = log;
        this.past = past;
        this.replay = replay;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Optional<Told>> of(Question question) {
        return CompletableFuture.supplyAsync(() -> told(question), executor);
    }

    @Override
    public CompletableFuture<Optional<PastStream>> stream(Actor viewer, StreamKind kind, String stream, AsOf asOf) {
        return CompletableFuture.supplyAsync(
                () -> {
                    requireMaySee(viewer, kind, stream);
                    return first(kind, stream).flatMap(row -> past.stream(stream, asOf));
                },
                executor);
    }

    private Optional<LogRow> first(StreamKind kind, String stream) {
        return log.following(stream, -1, 1).stream()
                .filter(row -> kind.isOf(row.getType()))
                .findFirst();
    }

    private Optional<Told> told(Question question) {
        String stream = question.stream();
        requireMaySee(question.viewer(), question.kind(), stream);
        return first(question.kind(), stream).map(row -> {
            Shown shown = Shown.of(row.getType());
            List<LogRow> rows = log.following(stream, question.after(), question.limit() + 1);
            boolean more = rows.size() > question.limit();
            Optional<PastStream> then = past.stream(stream, question.asOf());
            return new Told(
                    then.flatMap(at -> replay.state(row.getType(), stream, at.last()))
                            .map(shown::json)
                            .orElseGet(Map::of),
                    place(then),
                    place(past.stream(stream, new AsOf.Now())),
                    events(more ? rows.subList(0, question.limit()) : rows, shown),
                    more);
        });
    }

    private static void requireMaySee(Actor viewer, StreamKind kind, String stream) {
        CommandRejected.unless(viewer.moderates(), Rejection.NOT_ALLOWED, "This is for moderators.");
        CommandRejected.unless(
                !kind.concerned(stream).contains(viewer.id()),
                Rejection.NOT_ALLOWED,
                "What concerns you is for others to see.");
    }

    private static long place(Optional<PastStream> stream) {
        return stream.map(PastStream::last).orElse(-1L);
    }

    /** An event in a shape of before is told in today's. */
    private List<Event> events(List<LogRow> rows, Shown shown) {
        Map<String, LogRow> byId =
                rows.stream().collect(Collectors.toMap(LogRow::getEventIdentifier, Function.identity()));
        List<Event> events = new ArrayList<>();
        for (DomainEventMessage<?> event : log.events(rows)) {
            events.add(event(event, byId.get(event.getIdentifier()).position(), shown));
        }
        return events;
    }

    private static Event event(DomainEventMessage<?> event, long position, Shown shown) {
        return new Event(
                event.getIdentifier(),
                position,
                event.getSequenceNumber(),
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                cause(event.getMetaData()),
                shown.json(event.getPayload()),
                shown.isPrivate());
    }

    private static Cause cause(MetaData envelope) {
        return new Cause(
                value(envelope, Envelope.ACTOR),
                value(envelope, Envelope.ROLE),
                value(envelope, Envelope.REASON),
                value(envelope, Envelope.COMMAND),
                value(envelope, Envelope.CORRELATION),
                value(envelope, Envelope.CAUSATION));
    }

    private static String value(MetaData envelope, String key) {
        return (String) envelope.getOrDefault(key, "");
    }
}
