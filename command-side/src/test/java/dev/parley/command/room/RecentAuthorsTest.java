package dev.parley.command.room;

import static dev.parley.command.room.RoomFixture.NOON;
import static dev.parley.command.room.RoomFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAuthorsTest {
    private static final Instant LATER = NOON.plus(FloodRule.MAX_WINDOW);
    private final RecentAuthors authors = new RecentAuthors();

    @Test
    void areNobodyAtFirst() {
        assertThat(linesOf(0)).isEqualTo(RecentLines.NONE);
    }

    @Test
    void keepTheirLastTwoLinesAndTheInstantsOfTheLastMinute() {
        add(0, NOON);
        add(0, NOON.plusSeconds(59));
        add(0, LATER);
        assertThat(linesOf(0).accepted()).containsExactly(NOON.plusSeconds(59), LATER);
        assertThat(linesOf(0).texts()).hasSize(2);
    }

    @Test
    void keepNoMoreInstantsThanTheRuleCanAskFor() {
        IntStream.range(0, 20).forEach(second -> add(0, NOON.plusSeconds(second)));
        assertThat(linesOf(0).accepted()).hasSize(10).endsWith(NOON.plusSeconds(19));
    }

    @Test
    void areSixtyFourHoweverLongAgoTheyWrote() {
        IntStream.range(0, 64).forEach(author -> add(author, NOON));
        add(63, LATER.plusSeconds(1_000));
        assertThat(linesOf(0).texts()).isNotEmpty();
    }

    @Test
    void beyondThatForgetWhoWroteLongestAgo() {
        IntStream.range(0, 64).forEach(author -> add(author, NOON));
        add(0, NOON.plusMillis(1));
        add(64, LATER);
        assertThat(linesOf(1)).isEqualTo(RecentLines.NONE);
        assertThat(linesOf(0).texts()).hasSize(2);
        assertThat(linesOf(2).texts()).isNotEmpty();
    }

    @Test
    void areAllOfThoseWhoseLinesMayCount() {
        IntStream.range(0, 1_024).forEach(author -> add(author, NOON));
        assertThat(linesOf(0).texts()).isNotEmpty();
    }

    @Test
    void areNeverMoreThanAThousandAndTwentyFour() {
        IntStream.range(0, 1_025).forEach(author -> add(author, NOON));
        assertThat(linesOf(0)).isEqualTo(RecentLines.NONE);
        assertThat(linesOf(1).texts()).isNotEmpty();
    }

    private void add(int author, Instant at) {
        authors.add(posted(1, RoomFixture.person("p" + author), "hello"), at);
    }

    private RecentLines linesOf(int author) {
        return authors.of(new UserId("p" + author));
    }
}
