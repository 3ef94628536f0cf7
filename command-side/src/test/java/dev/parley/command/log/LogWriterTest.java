package dev.parley.command.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.LogTransaction.Place;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The writer of the log when something goes wrong. */
class LogWriterTest {
    private static final int GROUP = 20;

    private final DataSource database = TestDatabase.create();
    private final Transaction transaction = new Transaction(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FaultyEngine faulty;
    private GroupCommitEngine engine;

    @BeforeEach
    void start() {
        new Schema(database);
        var json = TestSerializers.events();
        faulty = new FaultyEngine(
                PostgresEngine.builder(database, new DataSourceTransactionManager(database), json, json)
                        .build());
        engine = new GroupCommitEngine(faulty, transaction, new Conditions(JdbcClient.create(database)), json, meters);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void asksOnceWhatOfAGroupIsStoredWhenTheConnectionBroke() {
        List<CompletableFuture<Void>> appends = groupBehind(events -> {
            throw brokenConnection();
        });

        assertThat(appends)
                .allSatisfy(append -> assertThatThrownBy(append::join).hasCauseInstanceOf(StoreUnavailable.class));
        assertThat(transaction.settled).containsExactly(1, GROUP);
        assertThat(faulty.appends).hasValue(2);
    }

    @Test
    void failsAGroupAtOnceWhenTheStoreDoesNotSayEither() {
        transaction.away = true;
        List<CompletableFuture<Void>> appends = groupBehind(events -> {
            throw brokenConnection();
        });

        assertThat(appends)
                .allSatisfy(append -> assertThatThrownBy(append::join).hasCauseInstanceOf(StoreUnavailable.class));
        assertThat(transaction.settled).containsExactly(1, GROUP);
    }

    @Test
    void stopsTryingEachAloneWhenTheConnectionBreaksMeanwhile() {
        List<CompletableFuture<Void>> appends = groupBehind(events -> {
            throw events.size() > 1 ? new IllegalStateException("one of them") : brokenConnection();
        });

        assertThat(appends).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(transaction.settled).containsExactly(1, GROUP);
        assertThat(faulty.appends).hasValue(3);
    }

    @Test
    void failsThatOneOfAGroupAloneWhoseFaultItIs() {
        engine.appendEvents(List.of(event("other", "s~7", 0)));

        List<CompletableFuture<Void>> appends = groupBehind(events -> {});

        assertThat(IntStream.range(0, GROUP)
                        .filter(i -> appends.get(i).isCompletedExceptionally())
                        .boxed())
                .containsExactly(7);
        assertThatThrownBy(appends.get(7)::join).hasCauseInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void knowsThatACommitHappenedWhoseAnswerWasLost() {
        transaction.loseAnswer = true;

        engine.appendEvents(List.of(event("a", "s~1", 0), event("a.1", "s~1", 1)));

        assertThat(stored("s~1")).hasSize(2);
    }

    @Test
    void goesOnAfterAnErrorOfAnyKind() {
        faulty.before = events -> {
            throw new NoClassDefFoundError("as asked");
        };
        assertThatThrownBy(() -> engine.appendEvents(List.of(event("a", "s~1", 0))))
                .hasRootCauseInstanceOf(NoClassDefFoundError.class);
        faulty.before = events -> {};

        engine.appendEvents(List.of(event("a", "s~1", 0)));

        assertThat(engine.isRunning()).isTrue();
        assertThat(stored("s~1")).hasSize(1);
    }

    @Test
    void writesWhatWaitsAndTurnsAwayWhatComesAfterItWasStopped() {
        List<CompletableFuture<Void>> appends = groupBehind(events -> {}, engine::stop);

        assertThat(appends).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(engine.isRunning()).isFalse();
        var late = CompletableFuture.runAsync(() -> engine.appendEvents(List.of(event("a", "s~late", 0))));
        assertThatThrownBy(() -> late.orTimeout(5, SECONDS).join()).hasCauseInstanceOf(StoreUnavailable.class);
    }

    private List<CompletableFuture<Void>> groupBehind(Consumer<List<? extends EventMessage<?>>> way) {
        return groupBehind(way, () -> {});
    }

    /** Has many appends wait while one is under way, which the way is put in the way of too. */
    private List<CompletableFuture<Void>> groupBehind(
            Consumer<List<? extends EventMessage<?>>> way, Runnable meanwhile) {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        faulty.before = events -> {
            entered.countDown();
            await(go);
            way.accept(events);
        };
        var first = append("first", "s~first");
        await(entered);
        List<CompletableFuture<Void>> group = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            group.add(append("e" + i, "s~" + i));
            awaitWaiting(i + 1);
        }
        var beside = CompletableFuture.runAsync(meanwhile);
        go.countDown();
        first.exceptionally(failed -> null).orTimeout(5, SECONDS).join();
        group.forEach(
                one -> one.exceptionally(failed -> null).orTimeout(5, SECONDS).join());
        beside.orTimeout(5, SECONDS).join();
        return group;
    }

    private void awaitWaiting(int count) {
        Awaitility.await()
                .atMost(5, SECONDS)
                .until(() -> meters.get("parley.log.waiting").gauge().value() == count);
    }

    private CompletableFuture<Void> append(String id, String stream) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                engine.appendEvents(List.of(event(id, stream, 0)));
                done.complete(null);
            } catch (Throwable failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }

    private List<? extends DomainEventMessage<?>> stored(String stream) {
        return engine.readEvents(stream, 0).asStream().toList();
    }

    private static DomainEventMessage<?> event(String id, String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Counter", stream, sequence, new Counter.Counted(stream, 1, ""), Map.of(), id, Instant.EPOCH);
    }

    private static EventStoreException brokenConnection() {
        return new EventStoreException("as asked", new SQLException("broken", "08006"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Notes how many appends each question was about. */
    private static final class Transaction extends PostgresTransaction {
        private final List<Integer> settled = new ArrayList<>();
        private volatile boolean away;
        private volatile boolean loseAnswer;

        Transaction(DataSource database) {
            super(new TransactionTemplate(new DataSourceTransactionManager(database)), JdbcClient.create(database));
        }

        @Override
        public long commit(BooleanSupplier append) {
            long position = super.commit(append);
            if (loseAnswer) {
                throw brokenConnection();
            }
            return position;
        }

        @Override
        public Map<Place, Long> positionsOf(Collection<Place> places) {
            settled.add(places.size());
            if (away) {
                throw new DataAccessResourceFailureException("as asked");
            }
            return super.positionsOf(places);
        }
    }
}
