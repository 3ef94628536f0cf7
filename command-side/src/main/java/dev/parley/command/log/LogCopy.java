package dev.parley.command.log;

import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.CannotStart;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.DateTimeUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps a copy of Axon Server's log in the table of events of the database beside it, for those who read it by position,
 * by id or by type: histories, exports, pages of the past. Every node follows the log, and whichever comes first writes,
 * so that the copy has no holes and goes on whoever dies. Whoever reads waits until it has all that was stored before.
 */
class LogCopy implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogCopy.class);
    private static final int MAX_EVENTS_PER_COMMIT = 500;
    private static final long PATIENCE_MILLIS = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration READERS_WAIT = Duration.ofSeconds(5);
    private static final String INSERT = "INSERT INTO domainevententry (globalindex, type, aggregateidentifier,"
            + " sequencenumber, eventidentifier, timestamp, payloadtype, payloadrevision, payload, metadata)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String NEWEST = "SELECT aggregateidentifier, sequencenumber, eventidentifier"
            + " FROM domainevententry ORDER BY globalindex DESC LIMIT 1";

    private final AxonServerChannel server;
    private final AxonServerEngine engine;
    private final ReactionTokens reactions;
    private final TransactionOperations transactions;
    private final JdbcTemplate database;
    private final Map<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile long copied;

    /** @param reactions which are set back, where they must be, before anything is copied */
    LogCopy(
            AxonServerChannel server,
            AxonServerEngine engine,
            ReactionTokens reactions,
            TransactionOperations transactions,
            JdbcTemplate database) {
        this.server = server;
        this.engine = engine;
        this.reactions = reactions;
        this.transactions = transactions;
        this.database = database;
    }

    /** @throws StoreUnavailable if the copy does not have everything within 5 s that is stored now */
    void awaitCurrent() {
        long head = engine.head();
        if (copied >= head) {
            return;
        }
        CompletableFuture<Void> reached = waiting.computeIfAbsent(head, position -> new CompletableFuture<>());
        release();
        try {
            reached.copy()
                    .orTimeout(READERS_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RuntimeException late) {
            throw new StoreUnavailable("The copy of the log has not got that far yet", late);
        }
    }

    private void release() {
        for (Map.Entry<Long, CompletableFuture<Void>> waiter : waiting.entrySet()) {
            if (waiter.getKey() <= copied) {
                waiting.remove(waiter.getKey());
                waiter.getValue().complete(null);
            }
        }
    }

    /** @throws CannotStart if what is in the table is not of this log, or the log was set back to an earlier moment */
    @Override
    public void start() {
        if (!newest().stream().allMatch(this::isLogged)) {
            throw new CannotStart(
                    "The database has events that Axon Server does not. Either it belongs to another event "
                            + "store: give Axon Server a database of its own, and keep person_key when you move. Or Axon Server was "
                            + "restored to an earlier moment: then empty the table domainevententry, which is a copy.");
        }
        reactions.setBack();
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofPlatform().daemon().name("log-copy").start(() -> run(end));
    }

    private List<Copied> newest() {
        return database.query(NEWEST, (row, number) -> new Copied(row.getString(1), row.getLong(2), row.getString(3)));
    }

    /** An event of the copy. */
    private record Copied(String stream, long sequence, String event) {}

    private boolean isLogged(Copied copied) {
        return engine.at(copied.stream(), copied.sequence())
                .filter(row -> row.getEventIdentifier().equals(copied.event()))
                .isPresent();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Before anybody reads the log, and until nobody does any more. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void run(CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                follow(end);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(CountDownLatch end) throws InterruptedException {
        try (AxonServerLog log = AxonServerLog.open(server.events(), last(), Long.MAX_VALUE)) {
            advance(log.position());
            while (end.getCount() > 0) {
                EventWithToken first = log.next(PATIENCE_MILLIS);
                if (first != null) {
                    write(rows(first, log), log.position());
                }
            }
        } catch (RuntimeException away) { // whatever it is, those who read wait for this thread
            LOG.warn("The copy of the log stands at {}, trying again: {}", copied, away.toString());
            end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private List<LogRow> rows(EventWithToken first, AxonServerLog log) {
        List<LogRow> rows = new ArrayList<>();
        EventWithToken next = first;
        while (next != null) {
            if (!AxonServerEvents.isMark(next.getEvent())) {
                rows.add(AxonServerEvents.row(next.getEvent(), log.position()));
            }
            next = rows.size() < MAX_EVENTS_PER_COMMIT ? log.next(0) : null;
        }
        return rows;
    }

    private void write(List<LogRow> rows, long position) {
        transactions.executeWithoutResult(status -> {
            database.execute("SET LOCAL idle_in_transaction_session_timeout = '5s'");
            database.query("SELECT pg_advisory_xact_lock(hashtext('parley-log-copy'))", row -> {});
            long last = last();
            database.batchUpdate(
                    INSERT,
                    rows.stream()
                            .filter(row -> row.position() > last)
                            .map(LogCopy::columns)
                            .toList());
        });
        advance(position);
    }

    private long last() {
        return database.queryForObject("SELECT coalesce(max(globalindex), 0) FROM domainevententry", Long.class);
    }

    private void advance(long position) {
        copied = position;
        release();
    }

    private static Object[] columns(LogRow row) {
        return new Object[] {
            row.position(),
            row.getType(),
            row.getAggregateIdentifier(),
            row.getSequenceNumber(),
            row.getEventIdentifier(),
            DateTimeUtils.formatInstant(row.getTimestamp()),
            row.getPayload().getType().getName(),
            row.getPayload().getType().getRevision(),
            row.getPayload().getData(),
            row.getMetaData().getData()
        };
    }
}
