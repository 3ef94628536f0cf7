package dev.parley.query.activity;

import static dev.parley.query.activity.ActivitiesUnderTest.ANN;
import static dev.parley.query.activity.ActivitiesUnderTest.BOB;
import static dev.parley.query.activity.ActivitiesUnderTest.CID;
import static dev.parley.query.activity.ActivitiesUnderTest.NOW;
import static dev.parley.query.activity.ActivitiesUnderTest.reports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {
    private final ActivitiesUnderTest activities = new ActivitiesUnderTest();

    @AfterEach
    void close() {
        activities.close();
    }

    @Test
    void bringsWhatServicesReportedOfThosePeopleTheLatestFirst() {
        activities.names.rename(BOB, "Bob");
        activities.play(
                reports(1, NOW.minus(Duration.ofDays(1)), BOB, "old"),
                reports(2, NOW, BOB, "new"),
                reports(4, NOW, CID, "not his"));
        assertThat(JsonMapper.shared().writeValueAsString(read(Set.of(BOB), Set.of(), "", 10)))
                .isEqualTo("""
                        {"items":[{"user":{"id":"bob","username":"Bob"},"kind":"blog","title":"new",\
                        "url":"https://example.org/new","at":"2026-03-31T18:00:00.000Z"},\
                        {"user":{"id":"bob","username":"Bob"},"kind":"blog","title":"old",\
                        "url":"https://example.org/old","at":"2026-03-30T18:00:00.000Z"}],"next":null}""");
    }

    @Test
    void leavesOutPeopleWhoAreNotWanted() {
        activities.play(reports(1, NOW, BOB, "bobs"), reports(2, NOW, CID, "cids"));
        assertThat(titles(read(Set.of(BOB, CID), Set.of(CID), "", 10))).containsExactly("bobs");
        assertThat(titles(read(Set.of(BOB), Set.of(BOB), "", 10))).isEmpty();
        assertThat(titles(read(Set.of(), Set.of(), "", 10))).isEmpty();
    }

    @Test
    void goesBackThirtyDays() {
        activities.play(
                reports(1, NOW.minus(Duration.ofDays(30)), BOB, "too old"),
                reports(2, NOW.minus(Duration.ofDays(29)), BOB, "old"));
        assertThat(titles(read(Set.of(BOB), Set.of(), "", 10))).containsExactly("old");
    }

    @Test
    void isPagedAcrossPeopleAndDays() {
        List<UserId> people = IntStream.range(0, 400)
                .mapToObj(number -> new UserId("p" + number))
                .toList();
        List<GenericTrackedDomainEventMessage<?>> batch = new ArrayList<>();
        IntStream.range(0, 100)
                .forEach(number -> batch.add(reports(
                        number,
                        NOW.minus(Duration.ofHours(700 - 7L * number)),
                        people.get(number * 37 % 400),
                        "n" + number)));
        activities.play(batch);
        List<String> titles = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Page<FeedItemView> page = read(Set.copyOf(people), Set.of(), cursor, 9);
            titles.addAll(titles(page));
            cursor = page.next();
        }
        assertThat(titles)
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(number -> "n" + (99 - number))
                        .toList());
    }

    @Test
    void isNotForKids() {
        BDDMockito.given(activities.kidModes.isKid(ANN)).willReturn(CompletableFuture.completedFuture(true));
        assertThatThrownBy(() -> read(Set.of(BOB), Set.of(), "", 10))
                .cause()
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.KID_MODE));
    }

    @Test
    void takesOneToAHundredAndItsOwnCursors() {
        assertThatThrownBy(() -> read(Set.of(), Set.of(), "", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> read(Set.of(), Set.of(), "", 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> read(Set.of(), Set.of(), "2026-02-30~1", 9)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> read(Set.of(), Set.of(), "x", 9)).isInstanceOf(InvalidValue.class);
    }

    private Page<FeedItemView> read(Set<UserId> follows, Set<UserId> without, String cursor, int limit) {
        return activities
                .feeds
                .handle(new ReadFeed(ANN, follows, without, cursor, limit))
                .join();
    }

    private static List<String> titles(Page<FeedItemView> page) {
        return page.items().stream().map(FeedItemView::title).toList();
    }
}
