package dev.parley.command.log.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What still has to be ended, in a table beside the event store. Whoever takes some to end them has them for 10 s; those
 * that are still there afterwards can be taken again, by this server or another.
 */
public class StoredDeadlines {
    private static final Duration TAKEN_FOR = Duration.ofSeconds(10);

    private static final String PUT = """
            INSERT INTO deadline (kind, key, until, correlation, causation, take_at)
            VALUES (:kind, :key, :until, :correlation, :causation, :until)
            ON CONFLICT (kind, key) DO UPDATE SET
                until = excluded.until, correlation = excluded.correlation,
                causation = excluded.causation, take_at = excluded.take_at""";

    private static final String TAKE = """
            UPDATE deadline SET take_at = :again
            WHERE (kind, key) IN (
                SELECT kind, key FROM deadline WHERE kind = :kind AND take_at <= :now
                ORDER BY take_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING key, until, correlation, causation""";

    private final JdbcClient database;

    public StoredDeadlines(JdbcClient database) {
        this.database = database;
    }

    void put(String group, Deadline deadline) {
        database.sql(PUT)
                .param("kind", group)
                .param("key", deadline.key())
                .param("until", utc(deadline.until()))
                .param("correlation", deadline.correlation())
                .param("causation", deadline.causation())
                .update();
    }

    void remove(String group, String key) {
        database.sql("DELETE FROM deadline WHERE kind = ? AND key = ?")
                .params(group, key)
                .update();
    }

    /** Removes it unless it was put anew with another end. */
    void removeIfSame(String group, Deadline deadline) {
        database.sql("DELETE FROM deadline WHERE kind = ? AND key = ? AND until = ?")
                .params(group, deadline.key(), utc(deadline.until()))
                .update();
    }

    /** Takes at most {@code limit} that are over, the oldest first. */
    List<Deadline> take(String group, Instant now, int limit) {
        return database.sql(TAKE)
                .param("kind", group)
                .param("now", utc(now))
                .param("again", utc(now.plus(TAKEN_FOR)))
                .param("limit", limit)
                .query(StoredDeadlines::read)
                .list();
    }

    private static Deadline read(ResultSet row, int number) throws SQLException {
        return new Deadline(
                row.getString("key"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("correlation"),
                row.getString("causation"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
