package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Counter.Break;
import dev.parley.command.log.Counter.Count;
import dev.parley.command.log.Counter.CountTwice;
import dev.parley.command.log.Counter.Counted;
import dev.parley.command.log.Counter.Refuse;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandLogTest {
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);

    private final DataSource database = TestDatabase.create();
    private LogUnderTest log = new LogUnderTest(database);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void storesEveryAcceptedCommandOnceAndInOrder() {
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 500)
                .mapToObj(i -> log.send(new Count(ANN, "c~" + i % 7, "line " + i)))
                .toList();
        outcomes.forEach(CompletableFuture::join);

        for (int counter = 0; counter < 7; counter++) {
            int remainder = counter;
            List<Counted> sent = new ArrayList<>();
            IntStream.range(0, 500)
                    .filter(i -> i % 7 == remainder)
                    .forEach(i -> sent.add(new Counted("c~" + remainder, sent.size() + 1, "line " + i)));
            assertThat(log.stored("c~" + counter))
                    .<Object>extracting(event -> event.getPayload())
                    .containsExactlyElementsOf(sent);
        }
    }

    @Test
    void answersWithTheEventsOfTheCommandAndTheirPlaceInTheLog() {
        Outcome first = log.send(new Count(ANN, "c~1", "hello")).join();
        Outcome second = log.send(new CountTwice(ANN, "c~1")).join();

        assertThat(first.events()).singleElement().satisfies(recorded -> {
            assertThat(recorded.event()).isEqualTo(new Counted("c~1", 1, "hello"));
            assertThat(recorded.stream()).isEqualTo("c~1");
            assertThat(recorded.sequence()).isZero();
        });
        assertThat(second.events()).extracting(recorded -> recorded.sequence()).containsExactly(1L, 2L);
        assertThat(second.position()).isEqualTo(first.position() + 2);
    }

    @Test
    void putsEachEventIntoTheEnvelopeOfItsCommand() {
        log.send(new Count(ANN, "c~1", "hello"), "key-1", "digest-1").join();

        assertThat(log.stored("c~1"))
                .singleElement()
                .satisfies(event -> assertThat(event.getMetaData())
                        .containsEntry(Envelope.ACTOR, "ann")
                        .containsEntry(Envelope.ROLE, "user")
                        .containsEntry(Envelope.CORRELATION, "request-1")
                        .containsEntry(Envelope.CAUSATION, "request-1")
                        .containsEntry(Envelope.COMMAND, event.getIdentifier())
                        .containsEntry(Envelope.REQUEST, "digest-1")
                        .doesNotContainKey(Envelope.REASON));
    }

    @Test
    void leavesTheOthersOfAGroupAloneWhenOneIsRefusedOrBreaks() {
        log.send(new Count(ANN, "c~1", "first")).join();
        List<CompletableFuture<Outcome>> counts = new ArrayList<>();
        List<CompletableFuture<Outcome>> refused = new ArrayList<>();
        List<CompletableFuture<Outcome>> broken = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            counts.add(log.send(new Count(ANN, "c~1", "line " + i)));
            refused.add(log.send(new Refuse(ANN, "c~1")));
            broken.add(log.send(new Break(ANN, "c~1")));
        }

        counts.forEach(count -> assertThat(count.join().events()).hasSize(1));
        refused.forEach(refusal -> assertRefused(refusal, Rejection.NOT_ALLOWED));
        broken.forEach(failure -> assertThatThrownBy(failure::join).hasRootCauseMessage("as asked"));
        assertThat(log.stored("c~1"))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactlyElementsOf(LongStream.range(0, 51).boxed().toList());
    }

    @Test
    void refusesACommandToWhatWasNeverMade() {
        assertRefused(log.send(new CountTwice(ANN, "c~404")), Rejection.UNKNOWN_ROOM);
    }

    @Test
    void refusesSomebodyWhoComesUnderTheServersOwnId() {
        assertRefused(
                log.send(new Count(Actor.of(UserId.SYSTEM, Role.SERVICE), "c~1", "from outside")),
                Rejection.NOT_ALLOWED);
        assertThat(log.send(new Count(Actor.SYSTEM, "c~1", "from inside"))
                        .join()
                        .events())
                .hasSize(1);
    }

    static void assertRefused(CompletableFuture<Outcome> outcome, Rejection rule) {
        assertThatThrownBy(outcome::join)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}
