package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.LEASE;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static dev.parley.command.moderation.ModerationFixture.claim;
import static dev.parley.command.moderation.ModerationFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.ReportType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reaction, the table that it keeps and the cases together, by a clock that the test sets. */
class WhenLeaseRunsOutThenLapseTest {
    private static final Instant END = NOON.plus(LEASE);
    private static final InquiryLapsed LAPSED = new InquiryLapsed(CASE, MOD.id(), 1);

    private final ModerationFixture moderation = new ModerationFixture();
    private final DataSource database = TestDatabase.create();
    private final StoredDeadlines due = new StoredDeadlines(JdbcClient.create(database));
    private final Handled commands = new Handled();
    private final WhenLeaseRunsOutThenLapse reaction = server();

    @BeforeEach
    void anEmptyTable() {
        new Schema(database);
        send(report(ANN, ReportType.CHAT));
        send(claim(MOD));
    }

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Test
    void tellsItAtTheEndAndNotBefore() {
        sweepAt(END.minusMillis(1));
        assertThat(lapses()).isEmpty();
        sweepAt(END);
        assertThat(lapses()).containsExactly(LAPSED);
        assertThat(commands.origins).containsExactly(Origin.following("request-1", "event-1"));
    }

    @Test
    void tellsItOnceThoughItEndedWhileNoServerWasUp() {
        sweepAt(END.plus(Duration.ofDays(3)));
        sweepAt(END.plus(Duration.ofDays(4)));
        assertThat(lapses()).containsExactly(LAPSED);
    }

    @Test
    void tellsItOnceThoughTwoServersSweepAndOneFallsBehind() {
        commands.telling = false;
        sweepAt(END);
        server().sweep();
        sweepAt(END.plusSeconds(10));
        assertThat(commands.origins).hasSize(2);
        assertThat(lapses()).containsExactly(LAPSED);
    }

    @Test
    void countsFromTheLastClaim() {
        moderation.at(NOON.plusSeconds(60));
        send(claim(MOD));
        sweepAt(END);
        assertThat(commands.origins).isEmpty();
        sweepAt(END.plusSeconds(60));
        assertThat(lapses()).containsExactly(LAPSED);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void leavesAloneWhatEndedBefore(Command ending) {
        send(ending);
        sweepAt(END);
        assertThat(commands.origins).isEmpty();
        assertThat(lapses()).isEmpty();
    }

    static List<Command> endings() {
        var any = OptionalLong.empty();
        return List.of(
                new ReleaseCase(MOD, CASE, any),
                new DismissCase(MOD, CASE, any, WHY),
                new ReviewCase(MOD, CASE, any, WHY),
                new ActOnCase(MOD, CASE, any, ActionType.WARNING, Optional.empty(), WHY));
    }

    private WhenLeaseRunsOutThenLapse server() {
        return new WhenLeaseRunsOutThenLapse(due, commands, moderation.clock);
    }

    private List<Object> lapses() {
        return moderation.log.added().stream()
                .filter(InquiryLapsed.class::isInstance)
                .toList();
    }

    private void sweepAt(Instant now) {
        moderation.at(now);
        reaction.sweep();
    }

    private void send(Command command) {
        tell(moderation.addedBy(command));
    }

    private void tell(List<Object> events) {
        events.stream()
                .filter(CaseEvent.class::isInstance)
                .forEach(event -> reaction.on((CaseEvent) event, "request-1", "event-1"));
    }

    /** Has commands handled, and tells the reaction what came of them, or leaves it behind. */
    private final class Handled implements Commands {
        private final List<Origin> origins = new ArrayList<>();
        private boolean telling = true;

        @Override
        public CompletableFuture<Outcome> send(Command command, Origin origin) {
            origins.add(origin);
            List<Object> events = moderation.addedBy(command);
            if (telling) {
                tell(events);
            }
            return CompletableFuture.completedFuture(Outcome.nothingNew(1));
        }
    }
}
