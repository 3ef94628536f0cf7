package dev.parley.command.log;

import dev.parley.command.log.FarLog.Rows;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;

/**
 * The log from a place on, for one reader. As long as that is far behind the head, the next pages are read while one is taken:
 * one is fetched while events are made of the rows of another, and what the reader looks at is parsed. Events of types that it
 * passes over are left in the database. What is near the head is another stream's, which shows all there is.
 */
final class CatchUpStream implements TrackingEventStream {
    /** Whatever is stored so many positions behind the head is there for good, and no hole is filled any more. */
    static final long FAR = 10_000;
    /** So many positions are searched at once for events that are not passed over. */
    private static final long WINDOW = 100_000;
    /** Two at least: so there is one behind the last that has events. */
    private static final int PAGES_AHEAD = 2;

    private final FarLog log;
    private final TrackingToken from;
    private final Function<TrackingToken, TrackingEventStream> near;
    private final Executor reading;
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();
    private final ReadingHabits habits = new ReadingHabits();
    private final Deque<LazyEvent> page = new ArrayDeque<>();
    private final Deque<CompletableFuture<Page>> ahead = new ArrayDeque<>();
    private long end = -1;
    /** Up to which position the last page goes that is read ahead. */
    private CompletableFuture<Long> read;

    private TrackingEventStream rest;

    /** @param end position up to which there is nothing else */
    private record Page(List<LazyEvent> events, long end) {}

    /**
     * Asks the database nothing before it is asked itself.
     *
     * @param from how far the reader has come
     * @param near opens the stream that goes on from there
     * @param reading does what waits for the database
     */
    CatchUpStream(FarLog log, TrackingToken from, Function<TrackingToken, TrackingEventStream> near, Executor reading) {
        this.log = log;
        this.from = from;
        this.near = near;
        this.reading = reading;
    }

    /** Whether the next event is on the page, for which pages are turned; else it is the rest's. */
    private boolean isOnPage() {
        if (read == null && rest == null) {
            begin();
        }
        while (rest == null && page.isEmpty()) {
            turn();
        }
        return rest == null;
    }

    private void begin() {
        boolean holes = from instanceof GapAwareTrackingToken token && token.hasGaps();
        long position = from == null ? -1 : from.position().orElse(Long.MAX_VALUE);
        end = holes ? -1 : log.head() - FAR;
        if (position < end) {
            read = CompletableFuture.completedFuture(position);
            for (int pages = 0; pages < PAGES_AHEAD; pages++) {
                readAhead();
            }
        } else {
            rest = near.apply(from);
        }
    }

    private void readAhead() {
        CompletableFuture<Rows> rows = read.thenApplyAsync(this::rows, reading);
        read = rows.thenApply(Rows::end);
        ahead.add(rows.thenApplyAsync(this::page, reading));
    }

    private Page page(Rows rows) {
        List<LazyEvent> events = rows.events().get();
        events.forEach(habits::prepare);
        return new Page(events, rows.end());
    }

    private Rows rows(long position) {
        return position < end
                ? log.between(position, Math.min(end, position + WINDOW), Set.copyOf(passedOver))
                : new Rows(end, List::of);
    }

    private void turn() {
        Page next = taken(ahead.removeFirst());
        habits.give(next.events());
        page.addAll(next.events());
        if (next.end() < end) {
            readAhead();
        } else if (page.isEmpty()) {
            rest = near.apply(GapAwareTrackingToken.newInstance(end, Collections.emptySortedSet()));
        }
    }

    private static Page taken(CompletableFuture<Page> read) {
        try {
            return read.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return isOnPage() ? Optional.of(page.getFirst().message()) : rest.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return isOnPage() || rest.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return isOnPage() ? page.removeFirst().message() : rest.nextAvailable();
    }

    /** Nothing where the reader is near the head: what it passes over there tells it how far it is. */
    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        passedOver.add(ignored.getPayloadType().getName());
    }

    @Override
    public void close() {
        if (rest != null) {
            rest.close();
        }
    }
}
