package dev.parley.command.room;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The timeouts that still have to be ended, in a table beside the event store. Whoever takes some to end them has them
 * for 10 s; those that are still there afterwards can be taken again, by this server or another.
 */
class DueTimeouts {
    private static final Duration TAKEN_FOR = Duration.ofSeconds(10);

    private static final String PUT = """
            INSERT INTO due_timeout (room, member, until, correlation, causation, take_at)
            VALUES (:room, :member, :until, :correlation, :causation, :until)
            ON CONFLICT (room, member) DO UPDATE SET
                until = excluded.until, correlation = excluded.correlation,
                causation = excluded.causation, take_at = excluded.take_at""";

    private static final String TAKE = """
            UPDATE due_timeout SET take_at = :again
            WHERE (room, member) IN (
                SELECT room, member FROM due_timeout WHERE take_at <= :now
                ORDER BY take_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING room, member, until, correlation, causation""";

    private final JdbcClient database;

    DueTimeouts(JdbcClient database) {
        this.database = database;
    }

    /** Of one person in one room the latest timeout counts. */
    void put(DueTimeout timeout) {
        database.sql(PUT)
                .param("room", timeout.room().value())
                .param("member", timeout.member().value())
                .param("until", utc(timeout.until()))
                .param("correlation", timeout.correlation())
                .param("causation", timeout.causation())
                .update();
    }

    void remove(RoomId room, UserId member) {
        database.sql("DELETE FROM due_timeout WHERE room = ? AND member = ?")
                .params(room.value(), member.value())
                .update();
    }

    /** Takes at most {@code limit} that are over, the oldest first. */
    List<DueTimeout> take(Instant now, int limit) {
        return database.sql(TAKE)
                .param("now", utc(now))
                .param("again", utc(now.plus(TAKEN_FOR)))
                .param("limit", limit)
                .query(DueTimeouts::read)
                .list();
    }

    private static DueTimeout read(ResultSet row, int number) throws SQLException {
        return new DueTimeout(
                new RoomId(row.getString("room")),
                new UserId(row.getString("member")),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("correlation"),
                row.getString("causation"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
