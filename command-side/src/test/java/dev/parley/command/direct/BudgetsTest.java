package dev.parley.command.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.command.CommandRejected;
import dev.parley.command.CommandRejected.Refusal;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How much one person may write, at the edges. */
class BudgetsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");

    @Nested
    class OfConversations {
        @Test
        void is4ForANewAccount() {
            assertPasses(Duration.ofDays(1), times(3, NOON), NOON);
            assertRefused(Duration.ofDays(1), times(4, NOON), NOON, NOON.plus(Duration.ofDays(1)));
        }

        @Test
        void is20From7DaysOn() {
            assertRefused(Duration.ofDays(7).minusMillis(1), times(4, NOON), NOON, NOON.plusMillis(1));
            assertPasses(Duration.ofDays(7), times(19, NOON), NOON);
            assertRefused(Duration.ofDays(7), times(20, NOON), NOON, NOON.plus(Duration.ofDays(1)));
        }

        @Test
        void hasRoomAgainADayAfterTheOldestThatCounts() {
            List<Instant> contacts = Stream.concat(Stream.of(NOON.minusSeconds(60)), times(19, NOON).stream())
                    .toList();
            Instant room = NOON.minusSeconds(60).plus(Duration.ofDays(1));
            assertRefused(Duration.ofDays(30), contacts, room.minusMillis(1), room);
            assertPasses(Duration.ofDays(30), contacts, room);
        }

        private static void assertPasses(Duration age, List<Instant> contacts, Instant now) {
            assertThatCode(() -> ConversationBudget.requireRoom(joined(age), contacts, now))
                    .doesNotThrowAnyException();
        }

        private static void assertRefused(Duration age, List<Instant> contacts, Instant now, Instant until) {
            assertThat(refusal(() -> ConversationBudget.requireRoom(joined(age), contacts, now)))
                    .isEqualTo(new Refusal(Rejection.TOO_MANY_CONVERSATIONS, until));
        }

        private static Standing joined(Duration age) {
            return Standing.UNKNOWN.after(new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH), NOON.minus(age));
        }

        private static List<Instant> times(int number, Instant at) {
            return Collections.nCopies(number, at);
        }
    }

    @Nested
    class OfMessages {
        private final TestClock clock = new TestClock(NOON);
        private final MessageBudget budget = new MessageBudget(clock);

        @Test
        void hasRoomAgainAMinuteAfterTheOldestThatCounts() throws Throwable {
            take(1);
            clock.set(NOON.plusSeconds(10));
            take(19);
            assertThat(refusal(() -> take(1)))
                    .isEqualTo(new Refusal(Rejection.TOO_MANY_MESSAGES, NOON.plusSeconds(60)));
            clock.set(NOON.plusSeconds(60));
            take(1);
            assertThat(refusal(() -> take(1)))
                    .isEqualTo(new Refusal(Rejection.TOO_MANY_MESSAGES, NOON.plusSeconds(70)));
        }

        @Test
        void isGivenBackForWhatIsNotStored() throws Throwable {
            take(19);
            catchThrowableOfType(
                    IllegalStateException.class,
                    () -> TestLog.inOneUnit(() -> {
                        budget.take(ANN);
                        throw new IllegalStateException("as asked");
                    }));
            take(1);
            assertThat(refusal(() -> take(1)).rule()).isEqualTo(Rejection.TOO_MANY_MESSAGES);
        }

        @Test
        void countsWhatIsUnderWay() {
            assertThat(refusal(() -> TestLog.inOneUnit(() -> {
                                for (int i = 0; i <= MessageBudget.MESSAGES; i++) {
                                    budget.take(ANN);
                                }
                                return ANN;
                            }))
                            .rule())
                    .isEqualTo(Rejection.TOO_MANY_MESSAGES);
        }

        private void take(int times) throws Throwable {
            for (int i = 0; i < times; i++) {
                TestLog.inOneUnit(() -> {
                    budget.take(ANN);
                    return ANN;
                });
            }
        }
    }

    private static Refusal refusal(ThrowingCallable refused) {
        CommandRejected rejected = catchThrowableOfType(CommandRejected.class, refused);
        return new Refusal(rejected.rule(), rejected.until().orElse(null));
    }
}
