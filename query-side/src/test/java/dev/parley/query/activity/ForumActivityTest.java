package dev.parley.query.activity;

import static dev.parley.query.activity.ActivitiesUnderTest.ANN;
import static dev.parley.query.activity.ActivitiesUnderTest.BOB;
import static dev.parley.query.activity.ActivitiesUnderTest.CID;
import static dev.parley.query.activity.ActivitiesUnderTest.NOW;
import static dev.parley.query.activity.ActivitiesUnderTest.logged;
import static dev.parley.query.activity.ActivitiesUnderTest.posts;
import static dev.parley.query.activity.ActivitiesUnderTest.reports;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.TopicTitles.Titled;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ForumActivityTest {
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");
    private static final TopicId OTHER = new TopicId("topic~00000000-0000-0000-0000-000000000002");

    private final ActivitiesUnderTest activities = new ActivitiesUnderTest();

    @BeforeEach
    void call() {
        activities.titles.put(TOPIC, new Titled("A topic", ANN));
        activities.titles.put(OTHER, new Titled("Another", CID));
    }

    @AfterEach
    void close() {
        activities.close();
    }

    @Test
    void isATopicForItsFirstPostAndAPostForEachOther() {
        activities.play(posts(1, NOW, ANN, TOPIC, 1), posts(2, NOW.plusSeconds(1), ANN, TOPIC, 2));
        assertThat(JsonMapper.shared().writeValueAsString(feed("", 10))).isEqualTo("""
                        {"items":[{"user":{"id":"ann.of$green.gables","username":"ann.of$green.gables"},\
                        "kind":"post","title":"A topic",\
                        "url":"/forum/topics/topic~00000000-0000-0000-0000-000000000001",\
                        "at":"2026-03-31T18:00:01.000Z"},\
                        {"user":{"id":"ann.of$green.gables","username":"ann.of$green.gables"},\
                        "kind":"topic","title":"A topic",\
                        "url":"/forum/topics/topic~00000000-0000-0000-0000-000000000001",\
                        "at":"2026-03-31T18:00:00.000Z"}],"next":null}""");
        assertThat(log()).containsExactly("post A topic", "topic A topic");
    }

    @Test
    void isWithoutPostsThatAreErasedOrRemovedAndThoseOfRemovedTopics() {
        activities.play(
                posts(1, NOW, ANN, TOPIC, 1),
                posts(2, NOW, ANN, TOPIC, 2),
                posts(3, NOW, ANN, OTHER, 1),
                posts(4, NOW, ANN, TOPIC, 3),
                logged(5, NOW, TOPIC.value(), new PostErased(TOPIC, 2, 2)),
                logged(6, NOW, TOPIC.value(), new PostRemoved(TOPIC, 3, BOB, 1)));
        assertThat(log()).containsExactly("topic Another", "topic A topic");
        assertThat(feed("", 10).items()).extracting(FeedItemView::title).containsExactly("Another", "A topic");
        activities.titles.remove(OTHER);
        assertThat(log()).containsExactly("topic A topic");
        assertThat(feed("", 10).items()).extracting(FeedItemView::title).containsExactly("A topic");
    }

    @Test
    void isWithoutPostsInTopicsOfPeopleWhoAreLeftOut() {
        activities.play(posts(1, NOW, ANN, TOPIC, 1), posts(2, NOW, ANN, OTHER, 2));
        assertThat(feed(Set.of(CID), "", 10).items())
                .extracting(FeedItemView::title)
                .containsExactly("A topic");
        assertThat(log(ANN, Set.of(CID))).containsExactly("topic A topic");
        assertThat(log(ANN, Set.of(BOB))).containsExactly("post Another", "topic A topic");
    }

    @Test
    void takesNoRoomFromWhatServicesReport() {
        LongStream.rangeClosed(1, 130).forEach(number -> activities.play(posts(number, NOW, ANN, TOPIC, number)));
        activities.play(reports(500, NOW, ANN, "blog"));
        LongStream.rangeClosed(1, 130)
                .forEach(number -> activities.play(reports(500 + number, NOW.plusSeconds(1), BOB, "n" + number)));
        activities.play(posts(900, NOW.plusSeconds(2), BOB, TOPIC, 131));
        assertThat(log()).hasSize(101).contains("blog blog");
        assertThat(log(BOB)).hasSize(101).contains("post A topic");
    }

    @Test
    void fillsPagesOfTheFeedWithWhatIsLeft() {
        LongStream.rangeClosed(1, 60).forEach(number -> {
            activities.play(posts(number, NOW, ANN, TOPIC, number));
            if (number % 3 != 0) {
                activities.play(logged(100 + number, NOW, TOPIC.value(), new PostErased(TOPIC, number, 1)));
            }
        });
        activities.play(reports(500, NOW, ANN, "blog"));
        List<Integer> sizes = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Page<FeedItemView> page = feed(cursor, 5);
            sizes.add(page.items().size());
            cursor = page.next();
        }
        assertThat(sizes).containsExactly(5, 5, 5, 5, 1);
    }

    @Test
    void staysTheSameHoweverOften() {
        var batch = List.of(
                posts(1, NOW, ANN, TOPIC, 1),
                posts(2, NOW, ANN, TOPIC, 2),
                logged(5, NOW, TOPIC.value(), new PostErased(TOPIC, 2, 2)));
        activities.play(List.copyOf(batch));
        List<Document> once = activities.mongo.documents("activities");
        activities.play(List.copyOf(batch));
        assertThat(activities.mongo.documents("activities")).isEqualTo(once);
    }

    private Page<FeedItemView> feed(String cursor, int limit) {
        return feed(Set.of(), cursor, limit);
    }

    private Page<FeedItemView> feed(Set<UserId> without, String cursor, int limit) {
        return activities
                .feeds
                .handle(new ReadFeed(BOB, Set.of(ANN), without, cursor, limit))
                .join();
    }

    private List<String> log() {
        return log(ANN);
    }

    private List<String> log(UserId person) {
        return log(person, Set.of());
    }

    private List<String> log(UserId person, Set<UserId> without) {
        var query = new ListActivity(Actor.of(ANN, Role.USER), person, without, "", 7);
        return activities.queries.handle(query).join().items().stream()
                .flatMap(day -> day.entries().stream())
                .map(entry -> entry.kind() + " " + entry.title())
                .toList();
    }
}
