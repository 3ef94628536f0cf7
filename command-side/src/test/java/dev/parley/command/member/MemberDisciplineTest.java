package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.CommandRejected;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.command.member.MemberCommand.EndSanction;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.ActionType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about Ann, on a log in memory. */
class MemberDisciplineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final ActionId FIRST = new ActionId(ANN, 1);
    private static final ActionId SECOND = new ActionId(ANN, 2);
    private static final Optional<Instant> IN_A_MINUTE = Optional.of(NOON.plusSeconds(60));

    private static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);

    private final TestLog log = new TestLog();
    private final TestClock clock = new TestClock(NOON);
    private Configuration axon;
    private MemberDiscipline discipline;
    private Actor by = MOD;

    @BeforeEach
    void start() {
        log.given(NOON, ANN, new MemberJoined(ANN, new Username("Ann"), NOON));
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureAggregate(Member.class)
                .registerComponent(Clock.class, configuration -> clock)
                .start();
        discipline = new MemberDiscipline(axon.repository(Member.class), clock);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void warns() throws Exception {
        assertThat(act(ActionType.WARNING, Optional.empty())).isEqualTo(FIRST);
        assertThat(log.added()).containsExactly(new MemberWarned(ANN, FIRST, "insults"));
    }

    @Test
    void imposesOneOfAKindAfterTheOther() throws Exception {
        act(ActionType.CHAT_BAN, Optional.empty());
        assertThat(act(ActionType.CHAT_BAN, IN_A_MINUTE)).isEqualTo(SECOND);
        assertThat(log.added())
                .containsExactly(
                        new SanctionImposed(ANN, FIRST, Sanction.CHAT_BAN, "insults", Optional.empty()),
                        new SanctionImposed(ANN, SECOND, Sanction.CHAT_BAN, "insults", IN_A_MINUTE));
    }

    @Test
    void isForThoseWhoCame() {
        assertThatExceptionOfType(CommandRejected.class)
                .isThrownBy(() -> in(
                        () -> discipline.act(MOD, new UserId("ben"), ActionType.WARNING, "insults", Optional.empty())))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rejection.UNKNOWN_USER));
        assertThat(log.added()).isEmpty();
    }

    @Test
    void isForThoseWhoHaveNoUsernameToo() throws Exception {
        log.given(NOON, ANN, new UsernameLost(ANN));
        assertThat(act(ActionType.WARNING, Optional.empty())).isEqualTo(FIRST);
    }

    @Test
    void isAMatterForAdminsAboutThoseWhoModerate() throws Exception {
        log.given(NOON, ANN, new ModeratingRoleChanged(ANN, Role.MODERATOR, NOON));
        assertNotAllowed(() -> act(ActionType.ACCOUNT_BAN, Optional.empty()));
        by = Actor.of(new UserId("root"), Role.ADMIN);
        act(ActionType.ACCOUNT_BAN, Optional.empty());
        by = MOD;
        assertNotAllowed(() -> lift(FIRST));
        log.given(NOON, ANN, new ModeratingRoleChanged(ANN, Role.USER, NOON));
        assertThat(lift(FIRST)).isTrue();
    }

    private static void assertNotAllowed(ThrowingCallable call) {
        assertThatExceptionOfType(CommandRejected.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void liftsOnce() throws Exception {
        act(ActionType.COMM_BAN, Optional.empty());
        assertThat(lift(FIRST)).isTrue();
        assertThat(lift(FIRST)).isFalse();
        assertThat(log.added()).endsWith(new SanctionLifted(ANN, FIRST, Sanction.COMM_BAN));
    }

    @Test
    void liftsNothingThatIsOverOrWasReplacedOrNeverWas() throws Exception {
        act(ActionType.COMM_BAN, IN_A_MINUTE);
        assertThat(lift(SECOND)).isFalse();
        act(ActionType.COMM_BAN, IN_A_MINUTE);
        assertThat(lift(FIRST)).isFalse();
        clock.set(NOON.plusSeconds(60));
        assertThat(lift(SECOND)).isFalse();
    }

    @Test
    void knowsWhatALaterOneHasTakenThePlaceOf() throws Exception {
        act(ActionType.COMM_BAN, Optional.empty());
        assertThat(isReplaced(FIRST)).isFalse();
        act(ActionType.COMM_BAN, IN_A_MINUTE);
        assertThat(isReplaced(FIRST)).isTrue();
        assertThat(isReplaced(SECOND)).isFalse();
        clock.set(NOON.plusSeconds(60));
        assertThat(isReplaced(FIRST)).isFalse();
    }

    private boolean isReplaced(ActionId action) throws Exception {
        return in(() -> discipline.isReplaced(action, Sanction.COMM_BAN));
    }

    @Test
    void endsASanctionOnceAndNotBeforeItsTime() throws Exception {
        act(ActionType.CHAT_BAN, IN_A_MINUTE);
        clock.set(NOON.plusSeconds(59));
        end(FIRST);
        assertThat(log.added()).hasSize(1);
        clock.set(NOON.plusSeconds(60));
        end(SECOND);
        assertThat(log.added()).hasSize(1);
        end(FIRST);
        end(FIRST);
        assertThat(log.added()).hasSize(2).endsWith(new SanctionEnded(ANN, FIRST, Sanction.CHAT_BAN));
    }

    private ActionId act(ActionType type, Optional<Instant> until) throws Exception {
        return in(() -> discipline.act(by, ANN, type, "insults", until));
    }

    private boolean lift(ActionId action) throws Exception {
        return in(() -> discipline.lift(by, action));
    }

    private void end(ActionId action) {
        axon.commandGateway().sendAndWait(new EndSanction(action, Sanction.CHAT_BAN));
    }

    private static <T> T in(Callable<T> work) throws Exception {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(Map.of()));
        try {
            T result = work.call();
            unit.commit();
            return result;
        } catch (Exception e) {
            unit.rollback(e);
            throw e;
        }
    }
}
