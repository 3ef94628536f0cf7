package dev.parley.query.forum;

import static dev.parley.query.forum.ForumUnderTest.ANN;
import static dev.parley.query.forum.ForumUnderTest.BOB;
import static dev.parley.query.forum.ForumUnderTest.FEEDBACK;
import static dev.parley.query.forum.ForumUnderTest.GENERAL;
import static dev.parley.query.forum.ForumUnderTest.MOD;
import static dev.parley.query.forum.ForumUnderTest.VIEWER;
import static dev.parley.query.forum.ForumUnderTest.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryEvent.CategoryChanged;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.MongoForTests;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.TopicQuery.FindTopic;
import dev.parley.query.forum.TopicQuery.ListCategories;
import dev.parley.query.forum.TopicQuery.ListTopics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

class TopicQueryHandlerTest {
    private static final Optional<CategoryId> ANY_CATEGORY = Optional.empty();
    private static final Optional<UserId> ANYBODY = Optional.empty();

    private final ForumUnderTest forum = new ForumUnderTest();

    @AfterEach
    void close() {
        forum.close();
    }

    @Test
    void showsATopicAsItsEventsLeaveIt() {
        forum.names.rename(ANN, "Ann");
        forum.start(topic(1), GENERAL, ANN);
        forum.post(topic(1), BOB);
        forum.post(topic(1), BOB);
        forum.happen(new PostErased(topic(1), 2, 2));
        forum.happen(new PostRemoved(topic(1), 3, MOD, 1));
        forum.happen(new TopicViewed(topic(1), BOB, LocalDate.EPOCH, 1));
        forum.happen(new TopicViewed(topic(1), ANN, LocalDate.EPOCH, 2));
        forum.happen(new TopicClosed(topic(1), MOD, true));
        forum.happen(new TopicPinned(topic(1), MOD));
        forum.happen(new TopicMoved(topic(1), GENERAL, FEEDBACK, MOD));
        forum.play();
        assertThat(JsonMapper.shared().writeValueAsString(find(topic(1)))).isEqualTo("""
                        {"id":"topic~00000000-0000-0000-0000-000000000001","category":"feedback",\
                        "title":"Topic topic~00000000-0000-0000-0000-000000000001",\
                        "slug":"topic-topic-00000000-0000-0000-0000-000000000001",\
                        "author":{"id":"ann.of$green.gables","username":"Ann"},\
                        "created_at":"2026-03-01T12:00:00.123Z","updated_at":"2026-03-01T12:00:03.123Z",\
                        "is_closed":true,"is_pinned":true,"post_count":1,"view_count":2}""");
        forum.happen(new TopicReopened(topic(1), MOD));
        forum.happen(new TopicUnpinned(topic(1), MOD));
        forum.play();
        assertThat(find(topic(1))).matches(topic -> !topic.closed() && !topic.pinned());
    }

    @Test
    void findsNoTopicThatIsRemovedOrNeverWas() {
        forum.happen(new CategoryOpened(GENERAL, "General", "", 1));
        forum.start(topic(1), GENERAL, ANN);
        forum.happen(new TopicPinned(topic(1), MOD));
        forum.play();
        forum.happen(new TopicRemoved(topic(1), MOD));
        forum.play();
        assertThat(find(topic(1))).isNull();
        assertThat(find(topic(2))).isNull();
        assertThat(forum.ids(ANY_CATEGORY, ANYBODY, 10)).isEmpty();
        assertThat(forum.ids(Optional.of(GENERAL), Optional.of(ANN), 10)).isEmpty();
    }

    @Test
    void listsByLastPostWithPinnedOnesFirstButNotOfAnAuthor() {
        IntStream.rangeClosed(1, 6).forEach(number -> forum.start(topic(number), GENERAL, number < 4 ? ANN : BOB));
        forum.happen(new TopicMoved(topic(6), GENERAL, FEEDBACK, MOD));
        forum.post(topic(2), BOB);
        forum.happen(new TopicPinned(topic(1), MOD));
        forum.happen(new TopicPinned(topic(3), MOD));
        forum.play();
        for (int limit = 1; limit < 8; limit++) {
            assertThat(forum.ids(ANY_CATEGORY, ANYBODY, limit)).isEqualTo(topics(3, 1, 2, 6, 5, 4));
            assertThat(forum.ids(Optional.of(GENERAL), ANYBODY, limit)).isEqualTo(topics(3, 1, 2, 5, 4));
            assertThat(forum.ids(Optional.of(FEEDBACK), ANYBODY, limit)).isEqualTo(topics(6));
            assertThat(forum.ids(ANY_CATEGORY, Optional.of(ANN), limit)).isEqualTo(topics(2, 3, 1));
            assertThat(forum.ids(Optional.of(GENERAL), Optional.of(BOB), limit)).isEqualTo(topics(5, 4));
        }
    }

    @Test
    void hasTheHundredThatWerePinnedLastOnTop() {
        IntStream.range(0, 130).forEach(number -> forum.start(topic(number), GENERAL, ANN));
        IntStream.range(0, 120).forEach(number -> forum.happen(new TopicPinned(topic(number), MOD)));
        forum.play();
        assertThat(forum.ids(ANY_CATEGORY, ANYBODY, 100))
                .isEqualTo(topics(IntStream.concat(down(120, 20), IntStream.concat(down(130, 120), down(20, 0)))
                        .toArray()));
    }

    @Test
    void keepsNothingOfPinsThatAreNoMore() {
        forum.start(topic(1), GENERAL, ANN);
        forum.start(topic(2), GENERAL, ANN);
        forum.happen(new TopicPinned(topic(1), MOD));
        forum.happen(new TopicUnpinned(topic(1), MOD));
        forum.happen(new TopicPinned(topic(2), MOD));
        forum.play();
        forum.happen(new TopicRemoved(topic(2), MOD));
        forum.play();
        assertThat(forum.mongo.documents("topic_lists"))
                .filteredOn("_id", TopicListDocument.PINNED_ID)
                .allSatisfy(pins -> assertThat(pins.get(TopicListDocument.TOPICS, Document.class))
                        .isEmpty());
        forum.play(forum.log.subList(0, 5));
        assertThat(forum.ids(ANY_CATEGORY, ANYBODY, 10)).isEqualTo(topics(1));
    }

    private static IntStream down(int above, int last) {
        return IntStream.range(last, above).map(number -> above - 1 - (number - last));
    }

    @Test
    void leavesOutTopicsOfPeopleWhoAreNotWanted() {
        IntStream.range(0, 300).forEach(number -> forum.start(topic(number), GENERAL, number == 7 ? BOB : ANN));
        forum.play();
        var query = new ListTopics(VIEWER, ANY_CATEGORY, ANYBODY, Set.of(ANN), "", 10);
        assertThat(forum.queries().handle(query).join().items())
                .extracting(TopicView::id)
                .isEqualTo(topics(7));
    }

    @Test
    void needsFourReadsForTheFirstPageHoweverManyTopicsAndPostsThereAre() {
        forum.happen(new CategoryOpened(FEEDBACK, "Feedback", "", 1));
        for (int round = 0; round < 4; round++) {
            for (int number = 0; number < 600; number++) {
                if (round == 0) {
                    forum.start(topic(number), GENERAL, ANN);
                } else {
                    forum.post(topic(number * 7 % 600), BOB);
                }
            }
            forum.play();
        }
        forum.happen(new TopicPinned(topic(5), MOD));
        forum.play();
        assertThat(readsOf(new ListTopics(VIEWER, ANY_CATEGORY, ANYBODY, Set.of(), "", 50)))
                .isEqualTo(4);
        assertThat(readsOf(new ListTopics(VIEWER, Optional.of(FEEDBACK), ANYBODY, Set.of(), "", 50)))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void endsAPageThatTakesTooManyReadsAndGoesOnFromThere() {
        IntStream.range(0, 4_000).forEach(number -> forum.start(topic(number), GENERAL, number == 0 ? BOB : ANN));
        forum.play();
        var query = new ListTopics(VIEWER, Optional.of(GENERAL), ANYBODY, Set.of(ANN), "", 1);
        var first = forum.queries().handle(query).join();
        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isNotNull();
        String cursor = first.next();
        List<TopicView> found = List.of();
        while (cursor != null && found.isEmpty()) {
            var page = forum.queries()
                    .handle(new ListTopics(VIEWER, Optional.of(GENERAL), ANYBODY, Set.of(ANN), cursor, 1))
                    .join();
            found = page.items();
            cursor = page.next();
        }
        assertThat(found).extracting(TopicView::id).isEqualTo(topics(0));
    }

    @Test
    void listsCategoriesInTheirOrder() {
        forum.happen(new CategoryOpened(FEEDBACK, "Feedback", "Bugs", 3));
        forum.happen(new CategoryOpened(GENERAL, "Generel", "", 7));
        forum.happen(new CategoryOpened(new CategoryId("off-topic"), "Off-Topic", "", 3));
        forum.happen(new CategoryChanged(GENERAL, "General", "All else", 1));
        forum.play();
        forum.play(forum.log.subList(0, 2));
        assertThat(JsonMapper.shared()
                        .writeValueAsString(forum.categories
                                .handle(new ListCategories(VIEWER))
                                .join()))
                .isEqualTo("""
                        {"items":[{"slug":"general","name":"General","description":"All else","order":1},\
                        {"slug":"feedback","name":"Feedback","description":"Bugs","order":3},\
                        {"slug":"off-topic","name":"Off-Topic","description":"","order":3}],"next":null}""");
    }

    @Test
    void isNotForKidsButForModerators() {
        forum.start(topic(1), GENERAL, ANN);
        forum.play();
        BDDMockito.given(forum.kidModes.isKid(BOB)).willReturn(CompletableFuture.completedFuture(true));
        assertThatThrownBy(() -> find(topic(1)))
                .cause()
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.KID_MODE));
        assertThatThrownBy(() -> forum.ids(ANY_CATEGORY, ANYBODY, 10)).hasCauseInstanceOf(ReadRefused.class);
        assertThatThrownBy(() ->
                        forum.categories.handle(new ListCategories(VIEWER)).join())
                .hasCauseInstanceOf(ReadRefused.class);
        var moderator = Actor.of(BOB, Role.MODERATOR);
        assertThat(forum.queries().handle(new FindTopic(moderator, topic(1))).join())
                .isNotNull();
    }

    @Test
    void takesOneToAHundredAndItsOwnCursors() {
        assertThatThrownBy(() -> query("", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> query("", 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> query("x~1", 9)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> query("1~", 9)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> query("1~7", 9)).isInstanceOf(InvalidValue.class);
        String cursor = new TopicCursor(false, 999_999_999_999_999L, 7).text(Board.ALL);
        assertThat(forum.queries().handle(query(cursor, 9)).join().items()).isEmpty();
    }

    @Test
    void takesNoCursorOfAnotherList() {
        IntStream.rangeClosed(1, 3).forEach(number -> forum.start(topic(number), GENERAL, ANN));
        forum.play();
        String cursor = forum.queries().handle(query("", 1)).join().next();
        assertThat(forum.queries().handle(query(cursor, 1)).join().items()).hasSize(1);
        assertThatThrownBy(() -> new ListTopics(VIEWER, Optional.of(GENERAL), ANYBODY, Set.of(), cursor, 1))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ListTopics(VIEWER, ANY_CATEGORY, Optional.of(ANN), Set.of(), cursor, 1))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void listsNoCategoryThatNeverWasButOneWithoutTopics() {
        forum.happen(new CategoryOpened(FEEDBACK, "Feedback", "", 1));
        forum.play();
        assertThat(forum.ids(Optional.of(FEEDBACK), ANYBODY, 10)).isEmpty();
        assertThatThrownBy(() -> forum.ids(Optional.of(GENERAL), ANYBODY, 10))
                .cause()
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.UNKNOWN_CATEGORY));
    }

    private int readsOf(ListTopics query) {
        var reads = new AtomicInteger();
        var settings = MongoClientSettings.builder(forum.mongo.settings())
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent command) {
                        if (Set.of("find", "getMore").contains(command.getCommandName())) {
                            reads.incrementAndGet();
                        }
                    }
                })
                .build();
        try (var client = MongoClients.create(settings)) {
            forum.queries(MongoForTests.readModels(client.getDatabase("parley")))
                    .handle(query)
                    .join();
        }
        return reads.get();
    }

    private static ListTopics query(String cursor, int limit) {
        return new ListTopics(VIEWER, ANY_CATEGORY, ANYBODY, Set.of(), cursor, limit);
    }

    private TopicView find(TopicId topic) {
        return forum.queries().handle(new FindTopic(VIEWER, topic)).join();
    }

    private static List<String> topics(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> topic(number).value()).toList();
    }
}
