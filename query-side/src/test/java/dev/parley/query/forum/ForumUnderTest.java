package dev.parley.query.forum;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryEvent;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Contract;
import dev.parley.query.KidModes;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Page;
import dev.parley.query.ReadModels;
import dev.parley.query.Streams;
import dev.parley.query.Writes;
import dev.parley.query.forum.TopicQuery.ListTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

/** The read model of topics with all who answer from it, and the log that it is made from; nobody is a kid. */
@Contract
final class ForumUnderTest implements AutoCloseable {
    static final UserId ANN = new UserId("ann.of$green.gables");
    static final UserId BOB = new UserId("bob");
    static final UserId MOD = new UserId("mod");
    static final CategoryId GENERAL = new CategoryId("general");
    static final CategoryId FEEDBACK = new CategoryId("feedback");
    static final Actor VIEWER = Actor.of(BOB);

    final MongoForTests mongo = new MongoForTests();
    final NamesForTests names = new NamesForTests();
    final KidModes kidModes = Mockito.mock();
    final ForumReaders readers = new ForumReaders(kidModes);
    final CategoryQueryHandler categories = new CategoryQueryHandler(new StoredCategories(mongo.readModels()), readers);
    final TopicProjection projection = projection(mongo.writes());
    final CategoryProjection categoryProjection = new CategoryProjection(mongo.writes());
    final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<TopicId, Long> posts = new HashMap<>();
    private int played;

    ForumUnderTest() {
        BDDMockito.given(kidModes.isKid(ArgumentMatchers.any())).willReturn(CompletableFuture.completedFuture(false));
    }

    static TopicId topic(int number) {
        return new TopicId("topic~00000000-0000-0000-0000-%012d".formatted(number));
    }

    TopicProjection projection(Writes writes) {
        return new TopicProjection(writes, mongo.writtenDatabase());
    }

    TopicQueryHandler queries() {
        return queries(mongo.readModels());
    }

    TopicQueryHandler queries(ReadModels database) {
        return new TopicQueryHandler(
                new StoredTopics(database), new StoredLists(database), new StoredCategories(database), readers, names);
    }

    /** The topic and its first post. */
    void start(TopicId topic, CategoryId category, UserId author) {
        happen(new TopicStarted(topic, category, author, new PersonalText(author, "Topic " + topic)));
        post(topic, author);
    }

    void post(TopicId topic, UserId author) {
        long number = posts.merge(topic, 1L, Long::sum);
        happen(new PostAdded(topic, number, author, new PersonalText(author, "words"), List.of(), number));
    }

    void happen(TopicEvent event) {
        log(event.topicId().value(), event);
    }

    void happen(TopicViewed event) {
        log(event.viewsId().value(), event);
    }

    void happen(CategoryEvent event) {
        log(event.categoryId().toString(), event);
    }

    private void log(String stream, Object event) {
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        log.add(Streams.logged(log.size(), Streams.message(stream, sequence, event)));
    }

    /** What has happened since it was last played. */
    void play() {
        play(unplayed());
        played = log.size();
    }

    List<GenericTrackedDomainEventMessage<?>> unplayed() {
        return log.subList(played, log.size());
    }

    void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(batch.stream(), (event, message) -> handle(projection, event, message));
    }

    /** As {@link #play(List)}, into a database of which nothing is sure. */
    void playInto(MongoDatabase database, List<GenericTrackedDomainEventMessage<?>> batch) {
        Writes writes = MongoForTests.writesTo(database);
        TopicProjection other = projection(writes);
        MongoForTests.play(batch.stream(), (event, message) -> handle(other, event, message), writes);
    }

    private void handle(TopicProjection topics, Object event, GenericTrackedDomainEventMessage<?> message) {
        if (event instanceof TopicEvent ofTopic) {
            topics.on(ofTopic, message.getSequenceNumber(), message.getTimestamp(), message.trackingToken());
        } else if (event instanceof TopicViewed viewed) {
            topics.on(viewed);
        } else {
            categoryProjection.on((CategoryEvent) event, message.getSequenceNumber());
        }
    }

    /** All pages one after the other. */
    List<List<TopicView>> pages(Optional<CategoryId> category, Optional<UserId> author, int limit) {
        List<List<TopicView>> pages = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            var query = new ListTopics(VIEWER, category, author, Set.of(), cursor, limit);
            Page<TopicView> page = queries().handle(query).join();
            pages.add(page.items());
            cursor = page.next();
        }
        return pages;
    }

    List<String> ids(Optional<CategoryId> category, Optional<UserId> author, int limit) {
        return pages(category, author, limit).stream()
                .flatMap(List::stream)
                .map(TopicView::id)
                .toList();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
