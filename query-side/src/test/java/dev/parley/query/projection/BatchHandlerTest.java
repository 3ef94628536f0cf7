package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import dev.parley.query.BatchSink;
import dev.parley.query.DocumentRefused;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import dev.parley.query.projection.letter.Blame;
import dev.parley.query.projection.letter.LettersForTests;
import dev.parley.query.projection.letter.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches whose events are texts, each in a stream named by its first letter. */
class BatchHandlerTest {
    private static final ProjectionRun RUN = ProjectionRun.first("texts");

    private final MongoForTests mongo = new MongoForTests();
    private final Sink sink = new Sink();
    private final Parked parked = LettersForTests.parked(RUN, mongo.writtenDatabase(), 10);
    private final List<String> told = new ArrayList<>();
    private final List<List<String>> known = new ArrayList<>();
    private final BatchHandler handler = new BatchHandler(new Handler(), List.of(sink), parked, Blame::isOnEvent);

    /** Gathers texts and sends them together, unless one of them is refused. */
    private final class Sink implements BatchSink {
        private final List<String> gathered = new ArrayList<>();
        private RuntimeException failure = new DocumentRefused("refused");
        private String refused = "";

        @Override
        public void flush() {
            List<String> all = List.copyOf(gathered);
            gathered.clear();
            if (all.contains(refused)) {
                told.add("refused " + all);
                throw failure;
            }
            told.add("sent " + all);
        }

        @Override
        public boolean isAwayFor(String projection) {
            return false;
        }
    }

    private final class Handler implements EventHandlerInvoker {
        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            sink.gathered.add((String) message.getPayload());
            var unit = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
            known.add(unit.getMessages().stream()
                    .map(each -> (String) each.getPayload())
                    .toList());
        }

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void sendsWhatABatchWantsWrittenTogether() throws Exception {
        handle("a1", "b1", "a2");
        assertThat(told).containsExactly("sent [a1, b1, a2]");
    }

    @Test
    void hasTheUnitOfWorkKnowAllOfTheBatch() throws Exception {
        handle("a1", "b1");
        assertThat(known).containsExactly(List.of("a1", "b1"), List.of("a1", "b1"));
    }

    @Test
    void findsTheOneThatIsRefusedInHalvesAndKeepsTheOrderOfTheRest() throws Exception {
        sink.refused = "b2";
        handle("a1", "b2", "a3", "b4", "c5", "a6");
        assertThat(told)
                .containsExactly(
                        "refused [a1, b2, a3, b4, c5, a6]",
                        "refused [a1, b2, a3]",
                        "sent [a1]",
                        "refused [b2, a3]",
                        "refused [b2]",
                        "sent [a3]",
                        "sent [c5, a6]");
        assertThat(parked.streams()).containsExactly("b");
        assertThat(parked.count()).isEqualTo(2);
    }

    @Test
    void failsWhileAStoreIsAwayAndPutsNothingAside() {
        sink.refused = "b2";
        sink.failure = new SearchUnavailable("does not answer", null);
        assertThatThrownBy(() -> handle("a1", "b2")).isInstanceOf(SearchUnavailable.class);
        assertThat(told).containsExactly("refused [a1, b2]");
        assertThat(parked.count()).isZero();
    }

    @Test
    void failsWhereWhatIsToBePutAsideCannotBeStored() {
        sink.refused = "b2";
        mongo.goAway();
        assertThatThrownBy(() -> handle("a1", "b2")).isInstanceOf(MongoException.class);
        assertThat(parked.streams()).isEmpty();
    }

    @Test
    void putsNothingAsideOnceTheRunIsAnotherNodes() {
        sink.refused = "b2";
        parked.load(() -> {
            throw new IllegalStateException("claimed by another");
        });
        assertThatThrownBy(() -> handle("a1", "b2")).hasMessage("claimed by another");
        assertThat(mongo.documents("dead_letters")).isEmpty();
    }

    private void handle(String... texts) throws Exception {
        List<GenericTrackedDomainEventMessage<?>> batch = IntStream.range(0, texts.length)
                .<GenericTrackedDomainEventMessage<?>>mapToObj(place ->
                        Streams.logged(place, Streams.message(texts[place].substring(0, 1), place, texts[place])))
                .toList();
        handler.handle(batch);
    }
}
