package dev.parley.command.node;

import dev.parley.kernel.node.NodeTalk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has nodes hear each other through PostgreSQL's {@code NOTIFY}, over one connection that is kept. What there is to say is
 * said every 250 ms, all in one transaction that waits for no disk. While the database is away nothing is said or heard.
 */
@Component
class DatabaseTalk implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTalk.class);
    private static final String LISTEN = "LISTEN parley_nodes";
    /** In this transaction alone: those that the connection has afterwards must be on disk. */
    private static final String SAY =
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify('parley_nodes', said.text)"
                    + " FROM unnest(?) WITH ORDINALITY AS said (text, place) ORDER BY place";

    private static final String LEAVE = "UNLISTEN *";

    private static final Duration TURN = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Optional<NodeTalk> talk;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private Thread speaker = new Thread();
    private boolean away;

    DatabaseTalk(DataSource database, ObjectProvider<NodeTalk> talk) {
        this.database = database;
        this.talk = Optional.ofNullable(talk.getIfAvailable());
    }

    @Override
    public void start() {
        talk.ifPresent(ours -> {
            CountDownLatch end = new CountDownLatch(1);
            stopped = end;
            speaker = Thread.ofPlatform().daemon().name("node-talk").start(() -> run(ours, end));
        });
    }

    /** Waits until the others have been told. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            speaker.join(TURN.plus(PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run(NodeTalk ours, CountDownLatch end) {
        try {
            do {
                talk(ours, end);
            } while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the end, or until the database is away. */
    private void talk(NodeTalk ours, CountDownLatch end) {
        try (Connection connection = database.getConnection()) {
            execute(connection, LISTEN);
            try {
                talk(connection, ours, end);
            } finally {
                leave(connection);
            }
        } catch (SQLException | RuntimeException failure) {
            if (!away) {
                LOG.warn("Other nodes are neither told nor heard of who is here, trying again: {}", failure.toString());
            }
            setAway(true);
            ours.cutOff();
        }
    }

    private void talk(Connection connection, NodeTalk ours, CountDownLatch end) throws SQLException {
        ours.begin();
        while (end.getCount() > 0) {
            say(connection, ours.say());
            setAway(false);
            hear(connection, ours);
        }
        say(connection, ours.farewell());
    }

    /** The connection goes back to those that have others' transactions; one that may still hear goes nowhere. */
    private static void leave(Connection connection) throws SQLException {
        try {
            execute(connection, LEAVE);
        } catch (SQLException failed) {
            LOG.debug("A connection over which nodes were heard is given up", failed);
            connection.abort(Runnable::run);
        }
    }

    private void setAway(boolean now) {
        if (away && !now) {
            LOG.info("Other nodes are told and heard again");
        }
        away = now;
    }

    private static void say(Connection connection, List<String> texts) throws SQLException {
        if (texts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SAY)) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            statement.execute();
        }
    }

    /** What comes within a turn. */
    private static void hear(Connection connection, NodeTalk ours) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long end = System.nanoTime() + TURN.toNanos();
        for (long left = TURN.toMillis(); left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            for (PGNotification said : postgres.getNotifications((int) left)) {
                ours.hear(said.getParameter());
            }
        }
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
