package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.command.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions that look at other streams, on two nodes with one database. */
class ConditionsTest {
    private static final String BLOCKS = "relations~ben";

    private final DataSource database = TestDatabase.create();
    private GroupCommitEngine here;
    private GroupCommitEngine there;

    @BeforeEach
    void start() {
        new Schema(database);
        here = node();
        there = node();
        append(here, Map.of(), relations(0, "open"));
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    @Test
    void holdWhileWhatWasReadIsTheLast() {
        append(here, Map.of(BLOCKS, 0L), message("dm~1", 0));
        assertThat(here.readEvents("dm~1", 0).asStream()).hasSize(1);
    }

    @Test
    void holdForAStreamThatStaysEmpty() {
        append(here, Map.of("relations~zoe", ReadSet.EMPTY), message("dm~1", 0));
        assertThat(here.readEvents("dm~1", 0).asStream()).hasSize(1);
    }

    @Test
    void failWhenAnotherNodeHasGoneOn() {
        append(there, Map.of(), relations(1, "blocked"));
        assertThatThrownBy(() -> append(here, Map.of(BLOCKS, 0L), message("dm~1", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(here.readEvents("dm~1", 0).asStream()).isEmpty();
    }

    @Test
    void areComparedForARoomsLineWithoutWaitingForWhoeverLocksTheStream() throws Exception {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT pg_advisory_xact_lock(hashtextextended('" + BLOCKS + "', 0))");
            append(here, Map.of(BLOCKS, 0L), line(0));
            assertThatThrownBy(() -> append(here, Map.of(BLOCKS, 7L), line(1)))
                    .isInstanceOf(ConcurrencyException.class);
            other.rollback();
        }
        assertThat(here.readEvents("room", 0).asStream()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Member", "Relations", "Topic"})
    void keepWhatIsLookedAtFromChangingWhileAnotherNodeDecides(String type) throws Exception {
        var change = new GenericDomainEventMessage<>(type, "looked-at", 0, "changed");
        try (Connection other = database.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT pg_advisory_xact_lock(hashtextextended('looked-at', 0))");
            Future<?> changed = threads.submit(() -> append(there, Map.of(), change));
            await().until(this::somebodyWaitsForALock);
            other.rollback();
            changed.get();
        }
        assertThat(here.readEvents("looked-at", 0).asStream()).hasSize(1);
    }

    private boolean somebodyWaitsForALock() {
        return JdbcClient.create(database)
                        .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void failNobodyElseInTheSameGroup() throws Exception {
        append(there, Map.of(), relations(1, "blocked"));
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                long read = i % 2;
                String stream = "dm~" + i;
                sent.add(senders.submit(() -> append(here, Map.of(BLOCKS, read), message(stream, 0))));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(stored(sent.get(i))).isEqualTo(i % 2 == 1);
            }
        }
    }

    @Test
    void holdAtTheirOwnPlaceInTheLogWhateverHappensMeanwhile() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> ben = threads.submit(this::blockAndUnblock);
            List<Future<?>> senders = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(sender -> threads.submit(() -> write(sender)))
                    .toList();
            ben.get();
            for (Future<?> sender : senders) {
                sender.get();
            }
        }
        String state = "";
        int messages = 0;
        for (var event : here.readEvents(null, false).toList()) {
            if (event.getPayload().equals("message")) {
                assertThat(state).isEqualTo("open");
                messages++;
            } else {
                state = (String) event.getPayload();
            }
        }
        assertThat(messages).isPositive();
    }

    private void blockAndUnblock() {
        for (int sequence = 1; sequence <= 100; sequence++) {
            append(there, Map.of(), relations(sequence, sequence % 2 == 1 ? "blocked" : "open"));
        }
    }

    /** Reads, decides, and is late as often as not. */
    private void write(int sender) {
        long next = 0;
        for (int tries = 0; tries < 100; tries++) {
            long last = here.lastSequenceNumberFor(BLOCKS).orElseThrow();
            boolean open = last % 2 == 0;
            if (open && appended(Map.of(BLOCKS, last), message("dm~" + sender, next))) {
                next++;
            }
        }
    }

    private boolean appended(Map<String, Long> read, DomainEventMessage<?> event) {
        try {
            append(here, read, event);
            return true;
        } catch (ConcurrencyException late) {
            return false;
        }
    }

    private static boolean stored(Future<?> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(ConcurrencyException.class);
            return false;
        }
    }

    private static void append(GroupCommitEngine node, Map<String, Long> read, DomainEventMessage<?> event) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            read.forEach(ReadSet::note);
            node.appendEvents(List.of(event));
        } finally {
            unit.rollback();
        }
    }

    private static DomainEventMessage<?> relations(long sequence, String state) {
        return new GenericDomainEventMessage<>("Relations", BLOCKS, sequence, state);
    }

    private static DomainEventMessage<?> message(String stream, long sequence) {
        return new GenericDomainEventMessage<>("Conversation", stream, sequence, "message");
    }

    private static DomainEventMessage<?> line(long sequence) {
        return new GenericDomainEventMessage<>("Room", "room", sequence, "line");
    }

    private GroupCommitEngine node() {
        var json = TestSerializers.events();
        var transactions = new DataSourceTransactionManager(database);
        var client = JdbcClient.create(database);
        var engine = new GroupCommitEngine(
                PostgresEngine.builder(database, transactions, json, json).build(),
                new PostgresTransaction(new TransactionTemplate(transactions), client),
                new Conditions(client),
                json,
                new SimpleMeterRegistry());
        engine.start();
        return engine;
    }
}
