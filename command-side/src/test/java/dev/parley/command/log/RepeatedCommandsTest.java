package dev.parley.command.log;

import static dev.parley.command.log.CommandLogTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Counter.Count;
import dev.parley.command.log.Counter.CountNew;
import dev.parley.command.log.Counter.CountOdd;
import dev.parley.command.log.Counter.CountTwice;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that come more than once. */
class RepeatedCommandsTest {
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);

    private final DataSource database = TestDatabase.create();
    private LogUnderTest log = new LogUnderTest(database);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void storesOneEventWhenTheSameRequestComesAHundredTimesInParallel() {
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 100)
                .mapToObj(i -> log.send(new Count(ANN, "c~1", "once"), "key-1", "digest-1"))
                .toList();

        assertThat(outcomes)
                .extracting(CompletableFuture::join)
                .containsOnly(outcomes.get(0).join());
        assertThat(log.stored("c~1")).hasSize(1);
    }

    @Test
    void answersARepeatedRequestAsAtFirstAfterARestart() {
        log.send(new Count(ANN, "c~1", "before"), "other", "other").join();
        Outcome first =
                log.send(new CountTwice(ANN, "c~1"), "key-1", "digest-1").join();
        log.send(new Count(ANN, "c~1", "after"), "another", "another").join();
        log.close();
        log = new LogUnderTest(database);

        assertThat(log.send(new CountTwice(ANN, "c~1"), "key-1", "digest-1").join())
                .isEqualTo(first);
        assertThat(log.stored("c~1")).hasSize(4);
    }

    @Test
    void refusesAnIdempotencyKeyThatWasUsedForAnotherRequest() {
        log.send(new Count(ANN, "c~1", "one"), "key-1", "digest-1").join();

        assertRefused(log.send(new Count(ANN, "c~2", "other"), "key-1", "digest-2"), Rejection.IDEMPOTENCY_KEY_REUSED);
        assertThat(log.stored("c~2")).isEmpty();
    }

    @Test
    void tellsWhatCameOfARequestBeforeWithoutHandlingIt() {
        var count = new Count(ANN, "c~1", "one");
        assertThat(log.commands
                        .earlier(count, new Origin("r1", "key-1", "digest-1"))
                        .join())
                .isEmpty();
        Outcome first = log.send(count, "key-1", "digest-1").join();

        assertThat(log.commands
                        .earlier(count, new Origin("r2", "key-1", "digest-1"))
                        .join())
                .contains(first);
        assertThat(log.commands.earlier(count, Origin.of("r3")).join()).isEmpty();
        assertRefused(
                log.commands
                        .earlier(count, new Origin("r4", "key-1", "digest-2"))
                        .thenApply(Optional::orElseThrow),
                Rejection.IDEMPOTENCY_KEY_REUSED);
        assertThat(log.stored("c~1")).hasSize(1);
    }

    @Test
    void keepsTheKeysOfDifferentPeopleApart() {
        log.send(new Count(ANN, "c~1", "one"), "key-1", "digest-1").join();
        log.send(new Count(Actor.of(new UserId("bob"), Role.USER), "c~1", "two"), "key-1", "digest-2")
                .join();

        assertThat(log.stored("c~1")).hasSize(2);
    }

    @Test
    void answersARepeatedRequestAsAtFirstWhenThereIsNothingLeftToDo() {
        log.send(new Count(ANN, "c~1", "odd")).join();
        Outcome first = log.send(new CountOdd(ANN, "c~1"), "key-1", "digest-1").join();

        assertThat(first.events()).hasSize(1);
        assertThat(log.send(new CountOdd(ANN, "c~1"), "key-1", "digest-1").join())
                .isEqualTo(first);
        assertRefused(log.send(new CountOdd(ANN, "c~1"), "key-1", "digest-2"), Rejection.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void doesNotRememberAKeyThatLedToNothing() {
        log.send(new CountTwice(ANN, "c~1")).exceptionally(unknown -> null).join();
        log.send(new Count(ANN, "c~1", "odd")).join();
        log.send(new Count(ANN, "c~1", "even")).join();
        assertThat(log.send(new CountOdd(ANN, "c~1"), "key-1", "digest-1")
                        .join()
                        .events())
                .isEmpty();

        Outcome other =
                log.send(new Count(ANN, "c~1", "odd"), "key-1", "digest-2").join();

        assertThat(other.events()).hasSize(1);
    }

    @Test
    void answersACommandWithoutKeyThatWasHandledBeforeWithItsEvents() {
        log.send(new Count(ANN, "c~1", "first")).join();
        CommandBus twice = new SimpleCommandBus(SimpleCommandBus.builder()) {
            @Override
            public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
                log.bus.dispatch(command, (sent, lost) -> log.bus.dispatch(command, callback));
            }
        };

        Outcome outcome = log.dispatcher(twice, Duration.ofSeconds(10))
                .send(new CountNew(ANN, "c~1"), Origin.of("request-1"))
                .join();

        assertThat(outcome.events()).hasSize(1);
        assertThat(log.stored("c~1")).hasSize(2);
    }

    @Test
    void looksNothingUpForACommandThatWasTurnedAway() {
        log.close();
        log = new LogUnderTest(database, 0, Duration.ofSeconds(10));
        JdbcClient.create(database).sql("DROP TABLE domainevententry").update();

        assertThatThrownBy(() -> log.send(new Count(ANN, "c~1", "too many"), "key-1", "digest-1")
                        .join())
                .hasCauseInstanceOf(StoreUnavailable.class);
    }
}
