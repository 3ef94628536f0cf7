package dev.parley.command.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestClock;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhenTimeoutRunsOutThenEndItTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final RoomId ROOM = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId MODERATOR = new UserId("mod");

    private final TestClock clock = new TestClock(NOON.minusSeconds(900));
    private final Recorder commands = new Recorder();
    private final DataSource database = TestDatabase.create();
    private final StoredDeadlines due = new StoredDeadlines(JdbcClient.create(database));
    private final WhenTimeoutRunsOutThenEndIt reaction = new WhenTimeoutRunsOutThenEndIt(due, commands, clock);

    @BeforeEach
    void anEmptyTable() {
        new Schema(database);
    }

    @Test
    void doesNothingBeforeTheEnd() {
        timedOut(ANN, NOON);

        sweepAt(NOON.minusMillis(1));

        assertThat(commands.sent).isEmpty();
    }

    @Test
    void endsATimeoutAtTheInstantOfItsEnd() {
        timedOut(ANN, NOON);

        sweepAt(NOON);

        assertThat(commands.sent).containsExactly(new EndTimeout(ROOM, ANN));
        assertThat(commands.origins).containsExactly(Origin.following("request-1", "event-1"));
    }

    @Test
    void endsATimeoutThatRanOutWhileNoServerWasUp() {
        timedOut(ANN, NOON);

        sweepAt(NOON.plus(Duration.ofDays(3)));

        assertThat(commands.sent).containsExactly(new EndTimeout(ROOM, ANN));
    }

    @Test
    void leavesAloneWhatWasEndedOrLifted() {
        timedOut(ANN, NOON);
        reaction.on(new TimeoutEnded(ROOM, ANN, true));

        sweepAt(NOON);

        assertThat(commands.sent).isEmpty();
    }

    @Test
    void countsFromTheNewEndOfATimeoutThatWasLengthened() {
        timedOut(ANN, NOON);
        timedOut(ANN, NOON.plusSeconds(60));

        sweepAt(NOON.plusSeconds(59));
        assertThat(commands.sent).isEmpty();

        sweepAt(NOON.plusSeconds(60));
        assertThat(commands.sent).containsExactly(new EndTimeout(ROOM, ANN));
    }

    @Test
    void isNotDisturbedByEventsThatComeTwice() {
        timedOut(ANN, NOON);
        timedOut(ANN, NOON);
        reaction.on(new TimeoutEnded(ROOM, ANN, false));
        reaction.on(new TimeoutEnded(ROOM, ANN, false));

        sweepAt(NOON);

        assertThat(commands.sent).isEmpty();
    }

    @Test
    void sendsOneCommandThoughTwoServersSweep() {
        timedOut(ANN, NOON);
        var other = new WhenTimeoutRunsOutThenEndIt(due, commands, clock);

        sweepAt(NOON);
        other.sweep();

        assertThat(commands.sent).hasSize(1);
    }

    @Test
    void sendsACommandAgainTenSecondsAfterItFailed() {
        timedOut(ANN, NOON);
        commands.failing = true;
        sweepAt(NOON);
        commands.failing = false;

        sweepAt(NOON.plusMillis(9_999));
        assertThat(commands.sent).hasSize(1);

        sweepAt(NOON.plusSeconds(10));
        assertThat(commands.sent).hasSize(2);
    }

    @Test
    void takesTheOldestFiveHundredAtOnceAndTheRestNextTime() {
        IntStream.range(0, 501).forEach(i -> timedOut(new UserId("u" + i), NOON.minusMillis(i)));

        sweepAt(NOON);
        assertThat(commands.sent).hasSize(500).doesNotContain(new EndTimeout(ROOM, new UserId("u0")));

        sweepAt(NOON);
        assertThat(commands.sent).hasSize(501).contains(new EndTimeout(ROOM, new UserId("u0")));
    }

    @Test
    void waitsForTheNextSweepWhileTheStoreIsAway() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        var cutOff = new WhenTimeoutRunsOutThenEndIt(new StoredDeadlines(JdbcClient.create(nowhere)), commands, clock);

        assertThatCode(cutOff::sweep).doesNotThrowAnyException();
    }

    private void timedOut(UserId member, Instant until) {
        reaction.on(new MemberTimedOut(ROOM, member, MODERATOR, TimeoutReason.SPAM, until), "request-1", "event-1");
    }

    private void sweepAt(Instant now) {
        clock.set(now);
        reaction.sweep();
    }

    /** Notes what is sent, and fails it when asked to. */
    private static final class Recorder implements Commands {
        private final List<Command> sent = new CopyOnWriteArrayList<>();
        private final List<Origin> origins = new CopyOnWriteArrayList<>();
        private boolean failing;

        @Override
        public CompletableFuture<Outcome> send(Command command, Origin origin) {
            sent.add(command);
            origins.add(origin);
            return failing
                    ? CompletableFuture.failedFuture(new StoreUnavailable("as asked", null))
                    : CompletableFuture.completedFuture(Outcome.nothingNew(1));
        }
    }
}
