package dev.parley.command.log;

import static dev.parley.command.log.CommandLogTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Outcome;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Counter.Count;
import dev.parley.command.log.Counter.CountOdd;
import dev.parley.command.log.Counter.Reach;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one log, each with a cache of its own. */
class TwoNodesTest {
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);

    private final DataSource database = TestDatabase.create();
    private final LogUnderTest log = new LogUnderTest(database);
    private final LogUnderTest other = new LogUnderTest(database);

    @AfterEach
    void close() {
        log.close();
        other.close();
    }

    @Test
    void handleACommandAnewWhenTheOtherWasFaster() {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LogUnderTest node = ThreadLocalRandom.current().nextBoolean() ? log : other;
            outcomes.add(node.send(new Count(ANN, "c~1", "line " + i)));
            outcomes.get(i).exceptionally(conflict -> null).join();
        }
        assertThat(outcomes).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(log.stored("c~1")).hasSize(40);
    }

    @Test
    void handleACommandAnewThoughOthersWereFasterManyTimes() {
        log.faulty.before = events -> {
            if (log.faulty.appends.get() < 8) {
                throw new ConcurrencyException("as asked");
            }
        };

        assertThat(log.send(new Count(ANN, "c~1", "at last")).join().events()).hasSize(1);
        assertThat(log.stored("c~1")).hasSize(1);
    }

    @Test
    void refuseNothingForAStateThatTheOtherHasChanged() {
        log.send(new Count(ANN, "c~1", "one")).join();
        other.send(new Count(ANN, "c~1", "two")).join();

        assertThat(log.send(new Reach(ANN, "c~1", 2)).join().events()).isEmpty();
        assertRefused(log.send(new Reach(ANN, "c~1", 3)), Rejection.NOT_ALLOWED);
    }

    @Test
    void doNotTakeSomethingForDoneThatTheOtherHasUndone() {
        log.send(new Count(ANN, "c~1", "odd")).join();
        log.send(new Count(ANN, "c~1", "even")).join();
        other.send(new Count(ANN, "c~1", "odd again")).join();

        assertThat(log.send(new CountOdd(ANN, "c~1")).join().events()).hasSize(1);
        assertThat(log.stored("c~1")).hasSize(4);
    }

    @Test
    void answerThatThereIsNothingToDoWithAPlaceBehindWhatMadeItSo() {
        log.send(new Count(ANN, "c~1", "odd")).join();
        long made = other.send(new Count(ANN, "c~1", "even")).join().position();

        Outcome nothing = log.send(new CountOdd(ANN, "c~1")).join();

        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.position()).isGreaterThanOrEqualTo(made);
    }
}
