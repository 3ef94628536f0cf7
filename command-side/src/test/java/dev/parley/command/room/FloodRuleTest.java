package dev.parley.command.room;

import static dev.parley.command.Expected.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.CommandRejected.Refusal;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FloodRuleTest {
    private static final Instant NOON = RoomFixture.NOON;
    private static final FloodRule RULE = RoomFixture.FLOOD;
    private static final UserId ANN = RoomFixture.ANN.id();

    @Nested
    class LinesInAWindow {
        @Test
        void areFive() {
            RecentLines four = atSeconds(0, 0, 1, 1);
            assertThat(refusal(RULE, four, "another", NOON.plusSeconds(1))).isNull();
            assertThat(refusal(RULE, and(four, 1), "another", NOON.plusSeconds(1)))
                    .isEqualTo(new Refusal(Rejection.FLOOD, NOON.plusSeconds(10)));
        }

        @Test
        void leaveRoomAgainAtTheInstantThatTheRefusalNames() {
            RecentLines five = atSeconds(0, 2, 4, 6, 8);
            assertThat(refusal(RULE, five, "another", NOON.plusMillis(9_999)))
                    .isEqualTo(new Refusal(Rejection.FLOOD, NOON.plusSeconds(10)));
            assertThat(refusal(RULE, five, "another", NOON.plusSeconds(10))).isNull();
        }

        @Test
        void countTheLastFiveHoweverManyThereWere() {
            RecentLines eight = atSeconds(0, 1, 2, 10, 11, 12, 13, 14);
            assertThat(refusal(RULE, eight, "another", NOON.plusSeconds(15)))
                    .isEqualTo(new Refusal(Rejection.FLOOD, NOON.plusSeconds(20)));
        }

        @Test
        void countFromAnotherClockThatIsAheadUntilTheirOwnWindowIsOver() {
            RecentLines ahead = atSeconds(5, 5, 5, 5, 5);
            assertThat(refusal(RULE, ahead, "another", NOON))
                    .isEqualTo(new Refusal(Rejection.FLOOD, NOON.plusSeconds(15)));
            assertThat(refusal(RULE, ahead, "another", NOON.plusSeconds(15))).isNull();
        }

        /** Seeded: a failure can be repeated. */
        @Test
        void areNeverMoreThanAllowedAndPassAsSoonAsToldEvenWhenRefusedOnesAreTriedAllTheTime() {
            Random random = new Random(5);
            for (int round = 0; round < 200; round++) {
                FloodRule rule =
                        new FloodRule(true, 1 + random.nextInt(10), Duration.ofMillis(1 + random.nextInt(5_000)));
                playAgainst(rule, random);
            }
        }

        private void playAgainst(FloodRule rule, Random random) {
            List<Instant> accepted = new ArrayList<>();
            RecentLines recent = RecentLines.NONE;
            Instant now = NOON;
            for (int line = 0; line < 100; line++) {
                now = now.plusMillis(random.nextInt(600));
                String text = Integer.toBinaryString(line).repeat(10);
                Refusal refusal = refusal(rule, recent, text, now);
                if (refusal != null && refusal.rule() == Rejection.FLOOD) {
                    assertThat(refusal(rule, recent, text, refusal.until().minusNanos(1)))
                            .isEqualTo(refusal);
                    now = refusal.until();
                }
                recent = recent.and(new PersonalText(ANN, text), now);
                accepted.add(now);
            }
            for (int i = rule.lines(); i < accepted.size(); i++) {
                assertThat(Duration.between(accepted.get(i - rule.lines()), accepted.get(i)))
                        .isGreaterThanOrEqualTo(rule.window());
            }
        }
    }

    @Nested
    class NearDuplicates {
        @ParameterizedTest
        @CsvSource({
            "you cheat,                     you cheat,                      true",
            "you cheat,                     you cheat!,                     true",
            "you cheat,                     yoou cheats,                    false",
            "ab,                            ac,                             true",
            "ab,                            cd,                             false",
            "what a very nice game that was, what a vary nice game that was, true",
        })
        void areLessThanTwoEditsAwayInAShortLine(String before, String now, boolean refused) {
            assertThat(isNearDuplicate(now, before)).isEqualTo(refused);
        }

        @Test
        void areLessThanAnEighthOfTheShorterLineAwayInALongOne() {
            String before = "abcdefgh".repeat(5);
            assertThat(isNearDuplicate("____" + before.substring(4), before)).isTrue();
            assertThat(isNearDuplicate("_____" + before.substring(5), before)).isFalse();
            assertThat(isNearDuplicate(before + "____", before)).isTrue();
            assertThat(isNearDuplicate(before + "_____", before)).isFalse();
        }

        @Test
        void areSoughtAmongTheLastTwo() {
            assertThat(isNearDuplicate("the first one", "the first one", "a second"))
                    .isTrue();
            assertThat(isNearDuplicate("the first one", "the first one", "a second", "and a third"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"gg", "GG!", "Good luck", "Thanks!!!", "hello", "well played ."})
        void mayBeGreetings(String greeting) {
            assertThat(isNearDuplicate(greeting, greeting)).isFalse();
        }

        @Test
        void areSoughtHoweverLongAgoTheLastLineWas() {
            RecentLines before = lines(NOON, "you cheat");
            assertThat(refusal(RULE, before, "you cheat", NOON.plus(Duration.ofDays(1))))
                    .isEqualTo(refused(Rejection.NEAR_DUPLICATE));
        }

        private boolean isNearDuplicate(String text, String... before) {
            return refused(Rejection.NEAR_DUPLICATE)
                    .equals(refusal(RULE, lines(NOON, before), text, NOON.plusSeconds(60)));
        }
    }

    @Nested
    class Configuration {
        @Test
        void isFiveLinesInTenSecondsUnlessTold() {
            assertThat(bound(Map.of())).isEqualTo(new FloodRule(true, 5, Duration.ofSeconds(10)));
        }

        @Test
        void setsTheNumbers() {
            assertThat(bound(Map.of("parley.chat.flood.lines", "10", "parley.chat.flood.window", "1m")))
                    .isEqualTo(new FloodRule(true, 10, Duration.ofMinutes(1)));
        }

        @Test
        void switchesTheRuleOff() {
            FloodRule off = bound(Map.of("parley.chat.flood.enabled", "false"));
            assertThat(refusal(off, atSeconds(0, 0, 0, 0, 0, 0), "line 0", NOON))
                    .isNull();
        }

        @Test
        void isRefusedBeyondWhatIsRemembered() {
            Duration window = Duration.ofSeconds(1);
            assertInvalid(0, window, "lines");
            assertInvalid(11, window, "lines");
            assertInvalid(5, Duration.ZERO, "window");
            assertInvalid(5, Duration.ofMinutes(1).plusMillis(1), "window");
        }

        private void assertInvalid(int lines, Duration window, String property) {
            assertThatThrownBy(() -> new FloodRule(true, lines, window))
                    .hasMessageStartingWith("parley.chat.flood." + property);
        }

        private FloodRule bound(Map<String, String> properties) {
            return new Binder(new MapConfigurationPropertySource(properties))
                    .bindOrCreate("parley.chat.flood", FloodRule.class);
        }
    }

    @Test
    void letsAPersonsFirstLinePass() {
        assertThatCode(() -> RULE.requirePassed(RecentLines.NONE, "hello", NOON))
                .doesNotThrowAnyException();
    }

    /** Why the line is refused; {@code null} if it passes. */
    private static Refusal refusal(FloodRule rule, RecentLines recent, String text, Instant now) {
        try {
            rule.requirePassed(recent, text, now);
            return null;
        } catch (CommandRejected rejected) {
            return new Refusal(rejected.rule(), rejected.until().orElse(null));
        }
    }

    private static RecentLines atSeconds(int... seconds) {
        RecentLines recent = RecentLines.NONE;
        for (int second : seconds) {
            recent = and(recent, second);
        }
        return recent;
    }

    private static RecentLines and(RecentLines recent, int second) {
        return recent.and(new PersonalText(ANN, "line " + second), NOON.plusSeconds(second));
    }

    private static RecentLines lines(Instant at, String... texts) {
        RecentLines recent = RecentLines.NONE;
        for (String text : texts) {
            recent = recent.and(new PersonalText(ANN, text), at);
        }
        return recent;
    }
}
