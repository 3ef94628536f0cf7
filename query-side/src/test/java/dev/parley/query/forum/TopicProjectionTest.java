package dev.parley.query.forum;

import static dev.parley.query.forum.ForumUnderTest.ANN;
import static dev.parley.query.forum.ForumUnderTest.BOB;
import static dev.parley.query.forum.ForumUnderTest.FEEDBACK;
import static dev.parley.query.forum.ForumUnderTest.GENERAL;
import static dev.parley.query.forum.ForumUnderTest.MOD;
import static dev.parley.query.forum.ForumUnderTest.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.WriteModel;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

/** Random histories of a forum, beside what its lists should be. */
class TopicProjectionTest {
    private static final CategoryId ARCHIVE = new CategoryId("archive");

    private final ForumUnderTest forum = new ForumUnderTest();
    private final Map<String, Expected> expected = new HashMap<>();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        forum.close();
    }

    /** @param last place of its last post */
    private record Expected(String id, CategoryId category, UserId author, long last, boolean pinned) {}

    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void listsEveryTopicOnceInItsPlaceWhateverTheBatches() {
        for (int batch = 0; batch < 30; batch++) {
            happen(1 + random.nextInt(200));
            forum.play();
            if (batch % 10 == 9) {
                assertListsAreRight();
            }
        }
    }

    @Test
    void isStoredAlikeWhateverTheBatches() {
        happen(1_500);
        forum.play();
        List<Document> topics = forum.mongo.documents("topics");
        List<Document> lists = forum.mongo.documents("topic_lists");

        forum.mongo.drop("topics", "topic_lists");
        for (int from = 0; from < forum.log.size(); from += 10) {
            forum.play(forum.log.subList(from, Math.min(forum.log.size(), from + 10)));
        }

        assertThat(forum.mongo.documents("topics")).isEqualTo(topics);
        assertThat(forum.mongo.documents("topic_lists")).isEqualTo(lists);
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        for (int batch = 0; batch < 10; batch++) {
            happen(200);
            forum.play();
        }
        List<Document> topics = forum.mongo.documents("topics");
        List<Document> lists = forum.mongo.documents("topic_lists");

        forum.play(forum.log);
        forum.play(forum.log.subList(40, 700));

        assertThat(forum.mongo.documents("topics")).isEqualTo(topics);
        assertThat(forum.mongo.documents("topic_lists")).isEqualTo(lists);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isMadeGoodWhenAFlushWasCutOffAnywhere(long seed) {
        random.setSeed(seed);
        int done = 0;
        for (int batch = 0; batch < 24; batch++) {
            happen(1 + random.nextInt(250));
            cutOff(forum.log.subList(done, forum.log.size()));
            assertNothingIsLostOrTwiceOnAPage();
            int end = done + 1 + random.nextInt(forum.log.size() - done);
            forum.play(forum.log.subList(done, end));
            done = end;
            if (batch % 8 == 7) {
                forum.play(forum.log.subList(done, forum.log.size()));
                done = forum.log.size();
                assertListsAreRight();
            }
        }
    }

    /** As when moderators file old topics away, which nobody writes in again, and then a few are written in. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, false", "0, true", "1, true", "2, true"})
    void keepsChunksSmallInWhateverOrderTopicsMove(int order, boolean cutOff) {
        Stream.of(GENERAL, FEEDBACK, ARCHIVE)
                .forEach(category -> forum.happen(new CategoryOpened(category, category.slug(), "", 1)));
        IntStream.range(0, 900).forEach(topic -> start());
        forum.play();
        inOrder(order).forEach(topic -> {
            move(topic, ARCHIVE);
            if (random.nextInt(40) == 0) {
                play(cutOff);
            }
        });
        play(cutOff);
        assertArchiveIsRight();
        inOrder(order).stream().filter(topic -> random.nextInt(4) == 0).forEach(this::change);
        play(cutOff);
        assertArchiveIsRight();
        assertListsAreRight();
        if (!cutOff) {
            assertThat(archive().mapToInt(chunk -> topics(chunk).size()).sum())
                    .isEqualTo(list(topic -> topic.category().equals(ARCHIVE), true)
                            .size());
        }
    }

    /** All by their last posts, the other way round, or shuffled. */
    private List<Expected> inOrder(int order) {
        List<Expected> all = new ArrayList<>(expected.values());
        all.sort(Comparator.comparing(Expected::last));
        if (order == 1) {
            Collections.reverse(all);
        } else if (order == 2) {
            Collections.shuffle(all, random);
        }
        return all;
    }

    private void play(boolean afterACut) {
        if (afterACut) {
            cutOff(forum.unplayed());
        }
        forum.play();
    }

    private void assertArchiveIsRight() {
        List<String> archived = list(topic -> topic.category().equals(ARCHIVE), true);
        for (int limit : List.of(7, 100)) {
            assertThat(forum.ids(Optional.of(ARCHIVE), Optional.empty(), limit)).isEqualTo(archived);
        }
        assertThat(archive()).allSatisfy(chunk -> assertThat(topics(chunk)).hasSizeLessThanOrEqualTo(Board.CHUNK));
    }

    private Stream<Document> archive() {
        return forum.mongo.documents("topic_lists").stream()
                .filter(chunk ->
                        chunk.getString("_id").startsWith(Board.of(ARCHIVE).id() + "~"));
    }

    private static Document topics(Document chunk) {
        return chunk.get(TopicListDocument.TOPICS, new Document());
    }

    private void assertListsAreRight() {
        for (int limit : List.of(7, 100)) {
            assertThat(forum.ids(Optional.empty(), Optional.empty(), limit)).isEqualTo(list(topic -> true, true));
            assertThat(forum.ids(Optional.of(GENERAL), Optional.empty(), limit))
                    .isEqualTo(list(topic -> topic.category().equals(GENERAL), true));
            assertThat(forum.ids(Optional.empty(), Optional.of(ANN), limit))
                    .isEqualTo(list(topic -> topic.author().equals(ANN), false));
            assertThat(forum.ids(Optional.of(FEEDBACK), Optional.of(BOB), limit))
                    .isEqualTo(list(
                            topic -> topic.author().equals(BOB)
                                    && topic.category().equals(FEEDBACK),
                            false));
        }
    }

    /** Whatever a flush has left: every topic that is stored with a post is found, and no page has one twice. */
    private void assertNothingIsLostOrTwiceOnAPage() {
        Set<String> there = forum.mongo.documents("topics").stream()
                .flatMap(stored -> StoredTopic.of(stored).stream())
                .filter(topic -> topic.last() >= 0 && expected.containsKey(topic.id()))
                .map(StoredTopic::id)
                .collect(Collectors.toSet());
        List<String> listed = new ArrayList<>();
        forum.pages(Optional.empty(), Optional.empty(), 100).forEach(page -> {
            assertThat(page).extracting(TopicView::id).doesNotHaveDuplicates();
            page.forEach(topic -> listed.add(topic.id()));
        });
        assertThat(listed).containsAll(there);
    }

    private List<String> list(Predicate<Expected> wanted, boolean pinnedFirst) {
        Comparator<Expected> byLast = Comparator.comparing(Expected::last);
        Comparator<Expected> order =
                pinnedFirst ? Comparator.comparing(Expected::pinned).thenComparing(byLast) : byLast;
        return expected.values().stream()
                .filter(wanted)
                .sorted(order.reversed())
                .map(Expected::id)
                .toList();
    }

    /** Handles the batch, but only some of its writes reach the store. */
    private void cutOff(List<GenericTrackedDomainEventMessage<?>> batch) {
        MongoDatabase real = forum.mongo.writtenDatabase();
        MongoDatabase cut = Mockito.mock(MongoDatabase.class, AdditionalAnswers.delegatesTo(real));
        boolean reachesTopics = random.nextBoolean();
        BDDMockito.willAnswer(call -> {
                    String name = call.getArgument(0);
                    MongoCollection<Document> collection = real.getCollection(name);
                    return reachesTopics && name.equals("topic_lists") ? collection : cutOff(collection);
                })
                .given(cut)
                .getCollection(ArgumentMatchers.anyString());
        assertThatThrownBy(() -> forum.playInto(cut, batch)).hasRootCauseInstanceOf(Cut.class);
    }

    @SuppressWarnings("unchecked") // a mock of a type with a parameter
    private MongoCollection<Document> cutOff(MongoCollection<Document> collection) {
        MongoCollection<Document> cut = Mockito.mock(MongoCollection.class);
        BDDMockito.willAnswer(call -> {
                    List<? extends WriteModel<Document>> models = call.getArgument(0);
                    int reach = random.nextInt(models.size());
                    if (reach > 0) {
                        collection.bulkWrite(models.subList(0, reach));
                    }
                    throw new Cut();
                })
                .given(cut)
                .bulkWrite(ArgumentMatchers.anyList());
        return cut;
    }

    private void happen(int events) {
        for (int count = 0; count < events; count++) {
            List<Expected> there = new ArrayList<>(expected.values());
            there.sort(Comparator.comparing(Expected::id));
            if (there.size() < 20 || random.nextInt(8) == 0) {
                start();
            } else {
                change(there.get(random.nextInt(there.size())));
            }
        }
    }

    private void start() {
        CategoryId category = random.nextBoolean() ? GENERAL : FEEDBACK;
        UserId author = random.nextInt(3) == 0 ? BOB : ANN;
        var id = topic(forum.log.size());
        forum.start(id, category, author);
        expect(new Expected(id.value(), category, author, forum.log.size() - 1L, false));
    }

    private void change(Expected was) {
        var id = new TopicId(was.id());
        switch (random.nextInt(40)) {
            case 0 -> {
                forum.happen(new TopicRemoved(id, MOD));
                expected.remove(was.id());
            }
            case 1, 2 -> move(was, was.category().equals(GENERAL) ? FEEDBACK : GENERAL);
            case 3 -> {
                forum.happen(was.pinned() ? new TopicUnpinned(id, MOD) : new TopicPinned(id, MOD));
                expect(new Expected(was.id(), was.category(), was.author(), was.last(), !was.pinned()));
            }
            case 4 -> forum.happen(new TopicViewed(id, MOD, LocalDate.EPOCH, forum.log.size()));
            default -> {
                forum.post(id, BOB);
                expect(new Expected(was.id(), was.category(), was.author(), forum.log.size() - 1L, was.pinned()));
            }
        }
    }

    private void move(Expected was, CategoryId to) {
        forum.happen(new TopicMoved(new TopicId(was.id()), was.category(), to, MOD));
        expect(new Expected(was.id(), to, was.author(), was.last(), was.pinned()));
    }

    private void expect(Expected topic) {
        expected.put(topic.id(), topic);
    }
}
