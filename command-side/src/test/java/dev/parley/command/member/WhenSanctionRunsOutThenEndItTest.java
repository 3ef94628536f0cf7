package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.TestClock;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.member.MemberCommand.EndSanction;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhenSanctionRunsOutThenEndItTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final ActionId FIRST = new ActionId(ANN, 1);
    private static final ActionId SECOND = new ActionId(ANN, 2);

    private final TestClock clock = new TestClock(NOON.minusSeconds(60));
    private final List<Command> sent = new CopyOnWriteArrayList<>();
    private final DataSource database = TestDatabase.create();
    private final Commands commands = new Commands() {
        @Override
        public CompletableFuture<Outcome> send(Command command, Origin origin) {
            sent.add(command);
            return CompletableFuture.completedFuture(Outcome.nothingNew(1));
        }
    };
    private final WhenSanctionRunsOutThenEndIt reaction = onThisServer();

    @BeforeEach
    void anEmptyTable() {
        new Schema(database);
    }

    @Test
    void endsItAtItsTimeAndNotBefore() {
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        sweepAt(NOON.minusMillis(1));
        assertThat(sent).isEmpty();
        sweepAt(NOON);
        assertThat(sent).containsExactly(new EndSanction(FIRST, Sanction.CHAT_BAN));
    }

    @Test
    void endsOneThatRanOutWhileNoServerWasUp() {
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        clock.set(NOON.plus(Duration.ofDays(3)));
        onThisServer().sweep();
        assertThat(sent).containsExactly(new EndSanction(FIRST, Sanction.CHAT_BAN));
    }

    @Test
    void leavesAloneWhatHoldsForGoodOrWasEndedOrLifted() {
        impose(new ActionId(ANN, 3), Sanction.ACCOUNT_BAN, Optional.empty());
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        reaction.on(new SanctionEnded(ANN, FIRST, Sanction.CHAT_BAN));
        impose(SECOND, Sanction.COMM_BAN, Optional.of(NOON));
        reaction.on(new SanctionLifted(ANN, SECOND, Sanction.COMM_BAN));
        sweepAt(NOON.plus(Duration.ofDays(3_650)));
        assertThat(sent).isEmpty();
    }

    @Test
    void keepsEachOfAKindByItself() {
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        impose(SECOND, Sanction.CHAT_BAN, Optional.of(NOON.plusSeconds(1)));
        sweepAt(NOON.plusSeconds(1));
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        new EndSanction(FIRST, Sanction.CHAT_BAN), new EndSanction(SECOND, Sanction.CHAT_BAN));
    }

    @Test
    void forgetsOneThatHasNothingLeftToEndAMinuteAfterItsTime() {
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        impose(SECOND, Sanction.CHAT_BAN, Optional.of(NOON.plus(Duration.ofDays(1))));
        sweepAt(NOON.plusSeconds(59));
        sweepAt(NOON.plusSeconds(69));
        assertThat(sent).hasSize(2).containsOnly(new EndSanction(FIRST, Sanction.CHAT_BAN));
        sweepAt(NOON.plusSeconds(79));
        assertThat(sent).hasSize(2);
    }

    @Test
    void keepsOneThatWasProlongedMeanwhile() {
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON));
        sweepAt(NOON.plusSeconds(60));
        impose(FIRST, Sanction.CHAT_BAN, Optional.of(NOON.plusSeconds(70)));
        sweepAt(NOON.plusSeconds(70));
        assertThat(sent).hasSize(2);
    }

    private WhenSanctionRunsOutThenEndIt onThisServer() {
        return new WhenSanctionRunsOutThenEndIt(new StoredDeadlines(JdbcClient.create(database)), commands, clock);
    }

    private void impose(ActionId action, Sanction sanction, Optional<Instant> until) {
        reaction.on(new SanctionImposed(ANN, action, sanction, "insults", until), "request-1", "event-1");
    }

    private void sweepAt(Instant now) {
        clock.set(now);
        reaction.sweep();
    }
}
