package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** Texts are handled, numbers are not. */
class LogBatchTest {
    private final Log log = new Log();

    @Test
    void hasWhatIsHandledAndEndsWhereTheLastWasLookedAt() throws InterruptedException {
        log.add(0, "a");
        log.add(1, 1);
        LogBatch batch = next(10);
        assertThat(batch.events().stream().<Object>map(EventMessage::getPayload))
                .containsExactly("a");
        assertThat(batch.end()).contains(Streams.at(1));
        assertThat(log.passedOver).containsExactly(Integer.class);
    }

    @Test
    void isEmptyWhereThereIsNothing() throws InterruptedException {
        assertThat(next(10)).isEqualTo(new LogBatch(List.of(), Optional.empty()));
    }

    @Test
    void leavesWhatIsMoreToTheNext() throws InterruptedException {
        log.add(0, "a");
        log.add(1, "b");
        assertThat(next(1).end()).contains(Streams.at(0));
        assertThat(next(1).end()).contains(Streams.at(1));
    }

    @Test
    void keepsTogetherWhatBecameOfOneStoredEventAndPassesOverNothingOfIt() throws InterruptedException {
        log.add(0, 1);
        log.add(0, "a");
        log.add(0, 2L);
        LogBatch batch = next(1);
        assertThat(batch.events().stream().<Object>map(EventMessage::getPayload))
                .containsExactly("a");
        assertThat(batch.end()).contains(Streams.at(0));
        assertThat(log.passedOver).isEmpty();
    }

    private LogBatch next(int most) throws InterruptedException {
        return LogBatch.next(log, type -> type == String.class, most);
    }

    private static final class Log implements BlockingStream<TrackedEventMessage<?>> {
        private final List<TrackedEventMessage<?>> events = new ArrayList<>();
        private final List<Class<?>> passedOver = new ArrayList<>();

        void add(long position, Object payload) {
            events.add(new GenericTrackedDomainEventMessage<>(
                    Streams.at(position), Streams.message("log", events.size(), payload)));
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.stream().findFirst();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return !events.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.removeFirst();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            passedOver.add(ignored.getPayloadType());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
