package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.junit.jupiter.api.Test;

class CatchUpStreamTest {
    private static final long HEAD = CatchUpStream.FAR + 5_500;
    private static final long FAR_END = 5_500;

    private final Log log = new Log();
    private final List<TrackingToken> handedOver = new ArrayList<>();

    @Test
    void givesEveryEventOnceInOrderFromPagesAndThenFromTheOtherStream() throws InterruptedException {
        assertThat(positions(stream(null))).containsExactlyElementsOf(upTo(0, HEAD));
        assertThat(handedOver).containsExactly(token(FAR_END));
    }

    @Test
    void goesOnBehindTheEventThatWasTakenLast() throws InterruptedException {
        assertThat(positions(stream(token(1_234)))).containsExactlyElementsOf(upTo(1_235, HEAD));
    }

    @Test
    void isTheOtherStreamForWhoeverIsNearTheHead() throws InterruptedException {
        assertThat(positions(stream(token(FAR_END)))).containsExactlyElementsOf(upTo(FAR_END + 1, HEAD));
        assertThat(handedOver).containsExactly(token(FAR_END));
        assertThat(log.reads).isZero();
    }

    @Test
    void isTheOtherStreamForWhoeverKnowsOfHoles() throws InterruptedException {
        SortedSet<Long> holes = new TreeSet<>(Set.of(7L));
        TrackingToken from = GapAwareTrackingToken.newInstance(100, holes);
        assertThat(positions(stream(from))).startsWith(101L);
        assertThat(handedOver).containsExactly(from);
    }

    @Test
    void leavesTypesThatArePassedOverInTheDatabaseButNotNearTheHead() throws InterruptedException {
        TrackingEventStream stream = stream(null);
        List<Long> odd = new ArrayList<>();
        while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            if (event.getPayload() instanceof String) {
                stream.skipMessagesWithPayloadTypeOf(event);
            }
            odd.add(position(event));
        }
        assertThat(odd.stream().filter(position -> position >= 4_000 && position <= FAR_END))
                .isNotEmpty()
                .allMatch(position -> position % 2 == 1);
        assertThat(odd).containsSubsequence(upTo(FAR_END + 1, HEAD)).containsSubsequence(3_997L, 3_999L, 4_001L);
    }

    @Test
    void handsOverAtTheEndWhereNothingIsLeftThatIsNotPassedOver() throws InterruptedException {
        log.odd = false;
        TrackingEventStream stream = stream(null);
        stream.skipMessagesWithPayloadTypeOf(stream.peek().orElseThrow());
        assertThat(positions(stream)).endsWith(HEAD);
        assertThat(handedOver).containsExactly(token(FAR_END));
    }

    @Test
    void failsWithWhatReadingFailedWith() {
        log.failure = new IllegalStateException("away");
        TrackingEventStream stream = stream(null);
        assertThatThrownBy(stream::peek).isSameAs(log.failure);
    }

    private TrackingEventStream stream(TrackingToken from) {
        return new CatchUpStream(log, from, this::near, Runnable::run);
    }

    private TrackingEventStream near(TrackingToken from) {
        handedOver.add(from);
        return new Near(from.position().orElseThrow());
    }

    private static List<Long> positions(TrackingEventStream stream) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
            long peeked = position(stream.peek().orElseThrow());
            positions.add(position(stream.nextAvailable()));
            assertThat(positions.getLast()).isEqualTo(peeked);
        }
        return positions;
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static TrackingToken token(long position) {
        return GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet());
    }

    private static TrackedEventMessage<?> event(long position, boolean odd) {
        Object payload = odd && position % 2 == 1 ? position : "even";
        return new GenericTrackedEventMessage<>(token(position), GenericEventMessage.asEventMessage(payload));
    }

    private static LazyEvent lazy(TrackedEventMessage<?> event) {
        var content = new SerializedMessage<>(
                event.getIdentifier(),
                new LazyDeserializingObject<>(event.getPayload()),
                new LazyDeserializingObject<>(event.getMetaData()));
        return new LazyEvent(event, content);
    }

    /** Numbers at odd positions and texts at even ones, or texts alone. */
    private static final class Log implements FarLog {
        private boolean odd = true;
        private int reads;
        private RuntimeException failure;

        @Override
        public long head() {
            return HEAD;
        }

        @Override
        public Rows between(long position, long end, Set<String> passedOver) {
            if (failure != null) {
                throw failure;
            }
            reads++;
            List<LazyEvent> found = new ArrayList<>();
            for (long at = position + 1; at <= end && found.size() < LogReader.ROWS_PER_PAGE; at++) {
                TrackedEventMessage<?> event = event(at, odd);
                if (!passedOver.contains(event.getPayloadType().getName())) {
                    found.add(lazy(event));
                }
            }
            boolean more = found.size() == LogReader.ROWS_PER_PAGE;
            return new Rows(more ? position(found.getLast().message()) : end, () -> found);
        }
    }

    private final class Near implements TrackingEventStream {
        private long position;

        Near(long position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return position < HEAD ? Optional.of(event(position + 1, log.odd)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return position < HEAD;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return event(++position, log.odd);
        }

        @Override
        public void close() {
            position = HEAD;
        }
    }
}
