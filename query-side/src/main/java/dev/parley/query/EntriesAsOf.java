package dev.parley.query;

import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The entries of a stream that are numbered from 1 without holes, such as the lines of a room, as they were at some time.
 * The place of one is found by halving what other events there are between it and the ends of the stream: with 100,000 of
 * them that takes 17 reads of one event, without any it takes none. Every read waits for the event store.
 */
public final class EntriesAsOf<E> {
    private final PastLog log;
    private final PastStream stream;
    private final List<Class<? extends E>> type;
    private final ToLongFunction<E> number;

    /** @param number of an entry */
    public EntriesAsOf(PastLog log, PastStream stream, Class<E> type, ToLongFunction<E> number) {
        this.log = log;
        this.stream = stream;
        this.type = List.of(type);
        this.number = number;
    }

    /** Number of the last entry, 0 before the first. */
    public long last() {
        return upTo(stream.last()).map(this::number).orElse(0L);
    }

    /** Those of the entries {@code first} to {@code last}, both included, that there are. */
    public List<PastEvent<E>> read(long first, long last) {
        Optional<PastEvent<E>> newest = upTo(stream.last());
        if (first > last || newest.map(this::number).orElse(0L) < first) {
            return List.of();
        }
        return log.behind(placeOf(first, newest.get()) - 1, stream, type, Math.toIntExact(last - first + 1));
    }

    /** What happened behind the first of these entries, of these types, oldest first. */
    public <C> List<PastEvent<C>> since(List<PastEvent<E>> entries, List<Class<? extends C>> types) {
        return entries.isEmpty()
                ? List.of()
                : log.behind(entries.getFirst().sequence(), stream, types, Integer.MAX_VALUE);
    }

    /** Between two entries there are at least as many places as numbers. */
    private long placeOf(long wanted, PastEvent<E> newest) {
        long least = wanted;
        long most = newest.sequence() - (number(newest) - wanted);
        while (least < most) {
            long middle = least + (most - least) / 2;
            Optional<PastEvent<E>> found = upTo(middle);
            long missing = wanted - found.map(this::number).orElse(0L);
            long place = found.map(PastEvent::sequence).orElse(0L) + missing;
            if (missing > 0) {
                least = Math.max(middle + 1, place);
            } else {
                most = place;
                least = missing == 0 ? place : least;
            }
        }
        return least;
    }

    private Optional<PastEvent<E>> upTo(long place) {
        return log.before(place + 1, stream, type, 1).stream().findFirst();
    }

    private long number(PastEvent<E> entry) {
        return number.applyAsLong(entry.event());
    }
}
