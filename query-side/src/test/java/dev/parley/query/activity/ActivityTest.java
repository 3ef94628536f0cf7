package dev.parley.query.activity;

import static dev.parley.query.activity.ActivitiesUnderTest.ANN;
import static dev.parley.query.activity.ActivitiesUnderTest.BOB;
import static dev.parley.query.activity.ActivitiesUnderTest.CID;
import static dev.parley.query.activity.ActivitiesUnderTest.NOW;
import static dev.parley.query.activity.ActivitiesUnderTest.reports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

class ActivityTest {
    private static final Actor HERSELF = Actor.of(ANN, Role.USER);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final ActivitiesUnderTest activities = new ActivitiesUnderTest();

    @AfterEach
    void close() {
        activities.close();
    }

    @Test
    void isShownDayByDayTheLatestFirst() {
        activities.names.rename(BOB, "Bob");
        activities.followed.put(BOB, YESTERDAY);
        activities.followed.put(CID, NOW.plusMillis(500));
        activities.play(reports(2, NOW, ANN, "one"), reports(5, NOW.plusSeconds(1), ANN, "two"));
        assertThat(JsonMapper.shared().writeValueAsString(list("", 7))).isEqualTo("""
                        {"items":[{"day":"2026-03-31","entries":[\
                        {"kind":"blog","title":"two","url":"https://example.org/two","at":"2026-03-31T18:00:01.000Z"},\
                        {"kind":"follow","user":{"id":"cid","username":"cid"},"at":"2026-03-31T18:00:00.500Z"},\
                        {"kind":"blog","title":"one","url":"https://example.org/one",\
                        "at":"2026-03-31T18:00:00.000Z"}]},\
                        {"day":"2026-03-30","entries":[{"kind":"follow",\
                        "user":{"id":"bob","username":"Bob"},"at":"2026-03-30T18:00:00.000Z"}]}],"next":null}""");
    }

    @Test
    void tellsWhomSomebodyFollowsToThemselvesAndModeratorsAlone() {
        activities.followed.put(BOB, YESTERDAY);
        activities.play(reports(1, NOW, ANN, "one"));
        assertThat(kinds(Actor.of(ANN, Role.USER))).containsExactly("blog", "follow");
        assertThat(kinds(Actor.of(CID, Role.MODERATOR))).containsExactly("blog", "follow");
        assertThat(kinds(Actor.of(CID, Role.ADMIN))).containsExactly("blog", "follow");
        assertThat(kinds(Actor.of(CID, Role.USER))).containsExactly("blog");
        assertThat(kinds(Actor.of(BOB, Role.SERVICE))).containsExactly("blog");
    }

    @Test
    void isTheirOwnAloneForKids() {
        activities.play(reports(1, NOW, ANN, "one"));
        BDDMockito.given(activities.kidModes.isKid(ArgumentMatchers.any()))
                .willReturn(CompletableFuture.completedFuture(true));
        assertThat(kinds(Actor.of(BOB, Role.USER))).isEmpty();
        assertThat(kinds(HERSELF)).containsExactly("blog");
    }

    @Test
    void keepsWhatWasReportedHoweverManyTheyFollow() {
        IntStream.range(0, 400)
                .forEach(number -> activities.followed.put(new UserId("p" + number), NOW.plusMillis(number)));
        activities.play(day(100));
        assertThat(kinds(Actor.of(ANN, Role.USER))).hasSize(500);
    }

    @Test
    void leavesOutWhomThePersonBlocksAndWhomTheViewerDoesNotWant() {
        activities.followed.put(BOB, NOW);
        activities.followed.put(CID, NOW.plusMillis(1));
        assertThat(users(Set.of())).containsExactly("cid", "bob");
        assertThat(users(Set.of(BOB))).containsExactly("cid");
        BDDMockito.given(activities.blocks.blockedBy(ANN)).willReturn(CompletableFuture.completedFuture(Set.of(CID)));
        assertThat(users(Set.of())).containsExactly("bob");
    }

    @Test
    void keepsTheFirstHundredThingsOfADay() {
        List<GenericTrackedDomainEventMessage<?>> many = day(130);
        activities.play(many);
        assertThat(list("", 1).items().getFirst().entries())
                .extracting(ActivityDayView.EntryView::title)
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(number -> "n" + (99 - number))
                        .toList());
    }

    @Test
    void staysTheSameWhateverTheOrderAndHoweverOften() {
        List<GenericTrackedDomainEventMessage<?>> many = new ArrayList<>(day(130));
        many.add(reports(1_000, YESTERDAY, ANN, "yesterday"));
        activities.play(many);
        List<Document> once = activities.mongo.documents("activities");

        activities.play(many);
        activities.play(many.subList(20, 120));
        assertThat(activities.mongo.documents("activities")).isEqualTo(once);

        activities.mongo.drop("activities");
        assertThat(activities.mongo.documents("activities")).isEmpty();
        Collections.shuffle(many, new Random(7));
        many.forEach(activities::play);
        assertThat(withSortedDays(activities.mongo.documents("activities"))).isEqualTo(withSortedDays(once));
    }

    @Test
    void isPagedByDays() {
        IntStream.range(0, 40)
                .forEach(number -> activities.play(
                        reports(number, NOW.minus(Duration.ofDays(80L - 2L * number)), ANN, "n" + number)));
        List<String> days = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Page<ActivityDayView> page = list(cursor, 30);
            page.items().forEach(day -> days.add(day.day()));
            cursor = page.next();
        }
        assertThat(days).hasSize(40).startsWith("2026-03-29").isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void isEmptyForSomebodyWhoDidNothing() {
        assertThat(list("", 7)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void takesOneToAHundredDays() {
        assertThat(list("", 100).items()).isEmpty();
        assertThatThrownBy(() -> list("", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> list("", 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> list("yesterday", 7)).isInstanceOf(InvalidValue.class);
    }

    private static List<GenericTrackedDomainEventMessage<?>> day(int things) {
        return IntStream.range(0, things)
                .<GenericTrackedDomainEventMessage<?>>mapToObj(
                        number -> reports(number, NOW.plusSeconds(number), ANN, "n" + number))
                .toList();
    }

    /** The days of a person are a set. */
    private static List<Document> withSortedDays(List<Document> documents) {
        documents.stream()
                .filter(document -> document.containsKey("days"))
                .forEach(head -> head.put(
                        "days",
                        head.getList("days", String.class).stream().sorted().toList()));
        return documents;
    }

    private List<String> users(Set<UserId> without) {
        var query = new ListActivity(HERSELF, ANN, without, "", 7);
        return activities.queries.handle(query).join().items().stream()
                .flatMap(day -> day.entries().stream())
                .map(entry -> entry.user().id())
                .toList();
    }

    private List<String> kinds(Actor viewer) {
        var query = new ListActivity(viewer, ANN, Set.of(), "", 7);
        return activities.queries.handle(query).join().items().stream()
                .flatMap(day -> day.entries().stream())
                .map(ActivityDayView.EntryView::kind)
                .toList();
    }

    private Page<ActivityDayView> list(String cursor, int limit) {
        return activities
                .queries
                .handle(new ListActivity(HERSELF, ANN, Set.of(), cursor, limit))
                .join();
    }
}
