package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Counter.Count;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands while the store or the server is in trouble. */
class CommandsInTroubleTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);

    private final DataSource database = TestDatabase.create();
    private LogUnderTest log = new LogUnderTest(database);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void turnsCommandsAwayWhenTooManyWait() {
        log.close();
        log = new LogUnderTest(database, 0, LONG);

        assertThatThrownBy(() -> log.send(new Count(ANN, "c~1", "too many")).join())
                .hasCauseInstanceOf(StoreUnavailable.class);
    }

    @Test
    void areNotTriedOneByOneWhileTheStoreIsAway() {
        log.send(new Count(ANN, "c~1", "before")).join();
        int before = log.faulty.appends.get();
        log.faulty.before = events -> {
            throw new EventStoreException("as asked", new SQLException("broken", "08006"));
        };

        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 60)
                .mapToObj(i -> log.send(new Count(ANN, "c~1", "line " + i)))
                .toList();

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThatThrownBy(outcome::join).hasCauseInstanceOf(StoreUnavailable.class));
        assertThat(log.faulty.appends.get() - before).isLessThan(30);
    }

    @Test
    void areHandledAgainOnceTheStoreIsBack() {
        log.send(new Count(ANN, "c~1", "before")).join();
        log.faulty.before = events -> {
            throw new NoClassDefFoundError("as asked");
        };
        assertThatThrownBy(() -> log.send(new Count(ANN, "c~1", "lost")).join())
                .hasRootCauseInstanceOf(NoClassDefFoundError.class);
        log.faulty.before = events -> {};

        assertThat(log.send(new Count(ANN, "c~1", "after")).join().events()).hasSize(1);
        assertThat(log.stored("c~1")).hasSize(2);
    }

    @Test
    void areAnsweredInTimeThoughTheyMayStillTakeEffect() {
        log.close();
        log = new LogUnderTest(database, 5_000, Duration.ofMillis(200));
        var answered = new CountDownLatch(1);
        log.faulty.before = events -> awaitQuietly(answered);

        assertThatThrownBy(() -> log.send(new Count(ANN, "c~1", "late")).join())
                .hasCauseInstanceOf(StoreUnavailable.class);
        answered.countDown();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(log.stored("c~1")).hasSize(1));
    }

    @Test
    void areHandledInGroupsWhichInterceptorsWouldNotSee() {
        assertThatThrownBy(() -> log.bus.registerHandlerInterceptor((unit, chain) -> chain.proceed()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
