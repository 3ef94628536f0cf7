package dev.parley.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;

/** Streams of events as the store would give them: numbered from 0, a second apart. */
public final class Streams {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

    private Streams() {}

    public static List<DomainEventMessage<?>> stream(String id, List<?> events) {
        return IntStream.range(0, events.size())
                .<DomainEventMessage<?>>mapToObj(sequence -> message(id, sequence, events.get(sequence)))
                .toList();
    }

    public static DomainEventMessage<?> message(String stream, long sequence, Object event) {
        return new GenericDomainEventMessage<>(
                "Test",
                stream,
                sequence,
                event,
                MetaData.from(Map.of()),
                stream + sequence,
                START.plusSeconds(sequence));
    }

    /** As the log gives them to projections: with their places there, counted from 0. */
    public static List<GenericTrackedDomainEventMessage<?>> logged(List<DomainEventMessage<?>> events) {
        return IntStream.range(0, events.size())
                .<GenericTrackedDomainEventMessage<?>>mapToObj(position -> logged(position, events.get(position)))
                .toList();
    }

    public static GenericTrackedDomainEventMessage<?> logged(long position, DomainEventMessage<?> event) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event);
    }

    /** Covers the log up to this place. */
    public static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** Several streams as the log holds them: in turns. */
    public static List<DomainEventMessage<?>> interleaved(List<List<DomainEventMessage<?>>> streams) {
        List<DomainEventMessage<?>> log = new ArrayList<>();
        int longest = streams.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<DomainEventMessage<?>> stream : streams) {
                if (turn < stream.size()) {
                    log.add(stream.get(turn));
                }
            }
        }
        return log;
    }
}
