package dev.parley.query.projection.letter;

import dev.parley.query.ProjectionRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which streams wait behind the dead letters of one run, kept in memory by the node that works on the run. Changed by the
 * run's own thread alone, and only while its segment is this node's; looked at by others. A run has room for so many
 * letters, and stands still rather than lose one more.
 */
public final class Parked {
    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);

    private final ProjectionRun run;
    private final DeadLetters stored;
    private final int most;
    private final Clock clock;
    private final Map<String, Head> heads = new ConcurrentHashMap<>();
    private volatile Runnable claim = () -> {};
    private volatile long letters;
    private volatile boolean full;
    private List<String> lastTold = List.of();

    /**
     * Where a stream stands still.
     *
     * @param place from which on its events wait
     * @param tried whether that is where handling failed; else it was only interrupted, and is to go on
     */
    private record Head(long place, boolean tried) {}

    /** @param most letters that the run has room for */
    public Parked(ProjectionRun run, DeadLetters stored, int most, Clock clock) {
        this.run = run;
        this.stored = stored;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Learns what waits, once the run is this node's and before it is worked on.
     *
     * @param stillClaimed fails unless the run is this node's
     */
    public synchronized void load(Runnable stillClaimed) {
        Map<String, Head> found = new ConcurrentHashMap<>();
        long[] count = {0};
        stored.forEach(run, letter -> {
            count[0]++;
            var head = new Head(letter.place(), letter.failure().isPresent());
            found.merge(letter.stream(), head, (one, other) -> one.place() < other.place() ? one : other);
        });
        heads.clear();
        heads.putAll(found);
        letters = count[0];
        full = full && letters >= most;
        claim = stillClaimed;
    }

    /** Forgets all, as the run begins at the log's first event again. */
    public synchronized void begin() {
        stored.drop(run);
        heads.clear();
        letters = 0;
        full = false;
    }

    public ProjectionRun run() {
        return run;
    }

    public long count() {
        return letters;
    }

    /** Whether the run stands still, because one more event would have to be put aside than there is room for. */
    public boolean isFull() {
        return full;
    }

    /**
     * Puts those of these events aside that wait behind others.
     *
     * @return the rest, in their order
     * @throws NoRoom if there are too many
     */
    public synchronized <E> List<E> withoutWaiting(List<E> events) {
        if (heads.isEmpty()) {
            return events;
        }
        List<E> free = new ArrayList<>(events.size());
        List<DeadLetter> waiting = new ArrayList<>();
        for (E event : events) {
            if (event instanceof DomainEventMessage<?> ofStream && waits(ofStream)) {
                waiting.add(letter(ofStream));
            } else {
                free.add(event);
            }
        }
        if (!waiting.isEmpty()) {
            add(waiting);
        }
        return free;
    }

    /** What came before the head was handled, and may come again. */
    private boolean waits(DomainEventMessage<?> event) {
        Head head = heads.get(event.getAggregateIdentifier());
        return head != null && event.getSequenceNumber() >= head.place();
    }

    /**
     * Puts an event aside that is to blame for a failure.
     *
     * @throws NoRoom if there are too many
     */
    public synchronized void park(DomainEventMessage<?> event, Throwable failure) {
        DeadLetter letter = letter(event).failed(failure, clock.instant());
        add(List.of(letter));
        heads.put(letter.stream(), new Head(letter.place(), true));
        tell(letter, failure);
    }

    /** With all of the failure, unless the one before came about at the same place. */
    private void tell(DeadLetter letter, Throwable failure) {
        List<String> trace = letter.failure().orElseThrow().trace();
        String told = "%s cannot handle %s of %s at %d: put aside as dead letter %d-%d"
                .formatted(
                        run.name(), letter.type(), letter.stream(), letter.place(), run.version(), letter.position());
        LOG.error(told, trace.equals(lastTold) ? null : failure);
        lastTold = trace;
    }

    private DeadLetter letter(DomainEventMessage<?> event) {
        long position = event instanceof TrackedEventMessage<?> logged
                ? logged.trackingToken().position().orElse(-1)
                : -1;
        return DeadLetter.of(run, position, event, clock.instant());
    }

    private void add(Collection<DeadLetter> more) {
        claim.run();
        if (letters + more.size() > most) {
            full = true;
            throw new NoRoom(run.name() + " has room for " + most + " dead letters: retry or skip some");
        }
        letters += stored.add(more);
    }

    /** The streams that wait. */
    public List<String> streams() {
        return List.copyOf(heads.keySet());
    }

    /** Those among them that nothing keeps from going on. */
    public List<String> interrupted() {
        return heads.entrySet().stream()
                .filter(head -> !head.getValue().tried())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The stream of the letter at this position of the log, if there is one. */
    public Optional<String> streamOf(long position) {
        return stored.find(run, position).map(DeadLetter::stream);
    }

    /** The letters of a stream, in their order, so many at most. A stream without any waits no longer. */
    public synchronized List<DeadLetter> first(String stream, int limit) {
        List<DeadLetter> first = stored.of(run, stream, limit);
        if (first.isEmpty()) {
            heads.remove(stream);
        }
        return first;
    }

    /**
     * Drops the first letter of its stream, so that the next is to go on.
     *
     * @return the stream; empty where the letter is not there any more, or not the first
     */
    public synchronized Optional<String> skip(long position) {
        Optional<DeadLetter> found = stored.find(run, position)
                .filter(letter -> first(letter.stream(), 1).getFirst().position() == position);
        found.ifPresent(letter -> {
            done(letter);
            LOG.warn("{} never handles {} of {} at {}", run.name(), letter.type(), letter.stream(), letter.place());
        });
        return found.map(DeadLetter::stream);
    }

    /** The first letter of its stream was handled, or never will be. */
    public synchronized void done(DeadLetter letter) {
        claim.run();
        letters -= stored.remove(letter);
        full = false;
        heads.put(letter.stream(), new Head(letter.place() + 1, false));
    }

    /** The first letter of its stream failed once more. */
    public synchronized void failed(DeadLetter letter, Throwable failure) {
        claim.run();
        DeadLetter again = letter.failed(failure, clock.instant());
        stored.add(List.of(again));
        heads.put(letter.stream(), new Head(letter.place(), true));
        tell(again, failure);
    }

    /** The run has more dead letters than it has room for: it stands still. */
    public static final class NoRoom extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRoom(String message) {
            super(message, null, false, false);
        }
    }
}
