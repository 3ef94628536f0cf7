package dev.parley.query;

import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/** A log in memory, an event's position being its place in the list; it counts how often it is read, and how many events. */
public final class PastLogForTests implements PastLog {
    private final List<DomainEventMessage<?>> log = new ArrayList<>();
    private int reads;
    private int events;

    public void add(List<? extends DomainEventMessage<?>> more) {
        log.addAll(more);
    }

    public int reads() {
        return reads;
    }

    public int events() {
        return events;
    }

    @Override
    public Optional<PastStream> stream(String id, AsOf asOf) {
        return stream(List.of(id), asOf)
                .map(PastEvent::sequence)
                .max(Comparator.naturalOrder())
                .map(last -> new PastStream(id, asOf, last));
    }

    @Override
    public <E> List<PastEvent<E>> behind(long place, PastStream stream, List<Class<? extends E>> types, int limit) {
        return read(typed(stream(List.of(stream.id()), stream.asOf()), types)
                .filter(event -> event.sequence() > place && event.sequence() <= stream.last())
                .limit(limit));
    }

    @Override
    public <E> List<PastEvent<E>> before(long place, PastStream stream, List<Class<? extends E>> types, int limit) {
        return read(typed(stream(List.of(stream.id()), stream.asOf()), types)
                .filter(event -> event.sequence() < place && event.sequence() <= stream.last())
                .sorted(Comparator.<PastEvent<E>>comparingLong(PastEvent::sequence)
                        .reversed())
                .limit(limit));
    }

    @Override
    public <E> List<PastEvent<E>> all(Collection<String> streams, Class<E> family, AsOf asOf) {
        return read(typed(stream(streams, asOf), List.of(family)));
    }

    private <E> List<PastEvent<E>> read(Stream<PastEvent<E>> found) {
        List<PastEvent<E>> read = found.toList();
        reads++;
        events += read.size();
        return read;
    }

    private static <E> Stream<PastEvent<E>> typed(Stream<PastEvent<?>> events, List<Class<? extends E>> types) {
        return events.flatMap(event -> types.stream()
                .filter(type -> type.isInstance(event.event()))
                .map(type ->
                        new PastEvent<>(type.cast(event.event()), event.sequence(), event.position(), event.at())));
    }

    private Stream<PastEvent<?>> stream(Collection<String> streams, AsOf asOf) {
        List<PastEvent<?>> found = new ArrayList<>();
        for (int position = 0; position < log.size(); position++) {
            DomainEventMessage<?> event = log.get(position);
            if (streams.contains(event.getAggregateIdentifier()) && isBy(asOf, position, event)) {
                found.add(
                        new PastEvent<>(event.getPayload(), event.getSequenceNumber(), position, event.getTimestamp()));
            }
        }
        return found.stream();
    }

    private static boolean isBy(AsOf asOf, long position, DomainEventMessage<?> event) {
        return switch (asOf) {
            case AsOf.Now now -> true;
            case AsOf.At at -> !event.getTimestamp().isAfter(at.instant());
            case AsOf.Position at -> position <= at.position();
        };
    }
}
