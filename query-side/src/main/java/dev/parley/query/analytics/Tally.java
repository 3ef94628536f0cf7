package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Writes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * Counts distinct things: exactly, however often, late and in whatever batches events come. What a count has is marked in
 * documents of a part of it each, by the first event about it; how many a part has stands in the count's own document, and
 * as marks are never taken away the greater number is right. A batch begins with two reads of what is there: the next one
 * reads anew.
 */
final class Tally {
    /** So many places in the log are one part where every event counts. */
    private static final long PLACES = 4_096;

    private final Writes writes;
    private final MongoDatabase database;
    private final String counts;
    private final String marks;
    private final Function<TrackedEventMessage<?>, Stream<Mark>> reading;

    /**
     * @param counts the collection with a document per count
     * @param marks the collection with what they count
     * @param reading what of an event is counted
     */
    Tally(
            Writes writes,
            MongoDatabase database,
            String counts,
            String marks,
            Function<TrackedEventMessage<?>, Stream<Mark>> reading) {
        this.writes = writes;
        this.database = database;
        this.counts = counts;
        this.marks = marks;
        this.reading = reading;
    }

    /**
     * That a count has something.
     *
     * @param part of the count, which follows from the thing
     * @param thing as the name of a field
     */
    record Mark(String count, String part, String thing) {
        /** The event itself. */
        static Mark ofEvent(String count, long position) {
            return new Mark(count, Long.toString(position / PLACES), Long.toString(position % PLACES));
        }

        String id() {
            return count + "~" + part;
        }
    }

    /** In UTC. */
    static LocalDate day(TrackedEventMessage<?> event) {
        return LocalDate.ofInstant(event.getTimestamp(), ZoneOffset.UTC);
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /** Counts what there is to count of this event. */
    void take(TrackedEventMessage<?> event) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        Batch batch = unit.getOrComputeResource(Tally.class.getName() + counts, key -> new Batch(marksOf(unit)));
        reading.apply(event).forEach(mark -> batch.add(mark, position(event)));
    }

    private List<Mark> marksOf(UnitOfWork<?> unit) {
        return ((BatchingUnitOfWork<?>) unit)
                .getMessages().stream()
                        .flatMap(message -> reading.apply((TrackedEventMessage<?>) message))
                        .distinct()
                        .toList();
    }

    private final class Batch {
        /** By part: where in the log the first event about each thing stands. */
        private final Map<String, Map<String, Long>> firsts = new HashMap<>();
        /** By count: how many things each part has. */
        private final Map<String, Map<String, Long>> sizes = new HashMap<>();
        /** By count: how many things all its parts have. */
        private final Map<String, Long> totals = new HashMap<>();
        /** What is written of each part. */
        private final Map<String, Document> changes = new HashMap<>();

        private final Map<String, Long> latest = new HashMap<>();

        Batch(List<Mark> touched) {
            read(marks, TallyDocument.THINGS, firsts, touched.stream().map(Mark::id));
            read(counts, TallyDocument.PARTS, sizes, touched.stream().map(Mark::count));
            sizes.forEach((count, parts) -> totals.put(count, total(parts)));
        }

        private void read(String collection, String field, Map<String, Map<String, Long>> into, Stream<String> ids) {
            Set<String> wanted = ids.collect(Collectors.toSet());
            wanted.forEach(id -> into.put(id, new HashMap<>()));
            if (wanted.isEmpty()) {
                return;
            }
            database.getCollection(ProjectionRun.currently(collection))
                    .find(in("_id", wanted))
                    .forEach(found -> {
                        Map<String, Long> numbers = into.get(found.getString("_id"));
                        found.get(field, new Document()).forEach((name, number) -> numbers.put(name, (Long) number));
                    });
        }

        void add(Mark mark, long position) {
            Map<String, Long> things = firsts.get(mark.id());
            Long first = things.get(mark.thing());
            if (first == null || position < first) {
                things.put(mark.thing(), position);
                changes.computeIfAbsent(mark.id(), this::changed)
                        .append(TallyDocument.THINGS + "." + mark.thing(), position);
            }
            long size = things.size();
            Long before = sizes.get(mark.count()).put(mark.part(), size);
            long total = totals.merge(mark.count(), size - (before == null ? 0 : before), Long::sum);
            writes.raise(
                    counts,
                    mark.count(),
                    new Document(TallyDocument.PARTS + "." + mark.part(), size)
                            .append(TallyDocument.TOTAL, total)
                            .append(TallyDocument.POSITION, latest.merge(mark.count(), position, Math::max)));
        }

        /** What is added to it later is sent with it. */
        private Document changed(String part) {
            var lowest = new Document();
            writes.add(marks, part, new Document("$min", lowest));
            return lowest;
        }

        private static long total(Map<String, Long> parts) {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
