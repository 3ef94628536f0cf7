package dev.parley.command.moderation.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the policy found in people's texts lately, in a table beside the event store, in step with the progress of the one
 * who looks. Each text counts once, however often its event comes.
 */
class Offences {
    private static final String ADD = """
            INSERT INTO offence (person, channel, event, at, weight, rules) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, channel, event) DO NOTHING""";

    private final JdbcClient database;

    Offences(JdbcClient database) {
        this.database = database;
    }

    /**
     * One text that something was found in.
     *
     * @param rules names of the rules that found something in it
     */
    record Offence(String event, int weight, String rules) {}

    void add(Said said, Offence offence) {
        database.sql(ADD)
                .params(
                        said.author().value(),
                        said.channel().name(),
                        offence.event(),
                        said.at().atOffset(ZoneOffset.UTC),
                        offence.weight(),
                        offence.rules())
                .update();
    }

    /** Those of the author in that channel within the window that ends with this text, the oldest first. */
    List<Offence> before(Said said, Duration window) {
        Instant from = said.at().minus(window);
        return database.sql("SELECT event, weight, rules FROM offence"
                        + " WHERE person = ? AND channel = ? AND at > ? AND at <= ? ORDER BY at")
                .params(
                        said.author().value(),
                        said.channel().name(),
                        from.atOffset(ZoneOffset.UTC),
                        said.at().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Offence(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /**
     * Forgets what the author of this text wrote in its channel up to an instant: that has led to a report, or is older
     * than the window.
     *
     * @param until the last instant that is forgotten
     */
    void forget(Said said, Instant until) {
        database.sql("DELETE FROM offence WHERE person = ? AND channel = ? AND at <= ?")
                .params(said.author().value(), said.channel().name(), until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
