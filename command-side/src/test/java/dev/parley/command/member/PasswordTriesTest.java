package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.command.CommandRejected;
import dev.parley.command.TestClock;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PasswordTriesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId KIM = new UserId("kim");

    private final TestClock clock = new TestClock(NOON);
    private final PasswordTries tries = new PasswordTries(clock);

    @Test
    void takeTheRightPasswordAfter4WrongOnes() {
        wrong(0, 0, 0, 0);
        right(0);
    }

    @Test
    void lookAtNoPasswordFor15MinutesAfter5WrongOnes() {
        wrong(0, 60, 120, 180, 240);
        assertTooManyUntil(240, 240 + 900);
        assertTooManyUntil(240 + 899, 240 + 900);
        right(240 + 900);
    }

    @Test
    void beginAnewAfterThat() {
        wrong(0, 0, 0, 0, 0);
        wrong(900, 900, 900, 900, 900);
        assertTooManyUntil(900, 1800);
    }

    @Test
    void countNoneThatIs15MinutesAgo() {
        wrong(0, 1, 1, 1, 900);
        wrong(900);
        assertTooManyUntil(900, 1800);
    }

    @Test
    void forgetTheWrongOnesWithTheRightOne() {
        wrong(0, 0, 0, 0);
        right(0);
        wrong(0, 0, 0, 0);
        right(0);
    }

    @Test
    void countForEachPerson() {
        wrong(0, 0, 0, 0, 0);
        tries.requireRight(new UserId("lou"), () -> true);
    }

    private void right(int second) {
        at(second);
        tries.requireRight(KIM, () -> true);
    }

    private void wrong(int... seconds) {
        for (int second : seconds) {
            at(second);
            assertThat(refusal(new AtomicBoolean()).rule()).isEqualTo(Rejection.WRONG_PASSWORD);
        }
    }

    private void assertTooManyUntil(int second, int until) {
        at(second);
        var looked = new AtomicBoolean();
        CommandRejected refusal = refusal(looked);
        assertThat(refusal.rule()).isEqualTo(Rejection.TOO_MANY_TRIES);
        assertThat(refusal.until()).contains(NOON.plusSeconds(until));
        assertThat(looked).isFalse();
    }

    private CommandRejected refusal(AtomicBoolean looked) {
        return catchThrowableOfType(
                CommandRejected.class,
                () -> tries.requireRight(KIM, () -> {
                    looked.set(true);
                    return false;
                }));
    }

    private void at(int second) {
        clock.set(NOON.plus(Duration.ofSeconds(second)));
    }
}
