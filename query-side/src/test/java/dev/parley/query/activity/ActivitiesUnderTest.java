package dev.parley.query.activity;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.Contract;
import dev.parley.query.FollowLists;
import dev.parley.query.KidModes;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Streams;
import dev.parley.query.TopicTitles.Titled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

/**
 * The read model of activities with all who answer from it; nobody is a kid, or follows or blocks anybody, at first.
 */
@Contract
final class ActivitiesUnderTest implements AutoCloseable {
    static final UserId ANN = new UserId("ann.of$green.gables");
    static final UserId BOB = new UserId("bob");
    static final UserId CID = new UserId("cid");
    static final Instant NOW = Instant.parse("2026-03-31T18:00:00Z");

    final MongoForTests mongo = new MongoForTests();
    final NamesForTests names = new NamesForTests();
    final Map<UserId, Instant> followed = new HashMap<>();
    final Map<TopicId, Titled> titles = new HashMap<>();
    final BlockLists blocks = Mockito.mock();
    final KidModes kidModes = Mockito.mock();
    final ActivityProjection projection = new ActivityProjection(mongo.writes());
    final StoredActivities stored = new StoredActivities(
            mongo.readModels(),
            topics -> CompletableFuture.completedFuture(topics.stream()
                    .filter(titles::containsKey)
                    .collect(Collectors.toMap(topic -> topic, titles::get))));
    final FollowLists follows = person -> CompletableFuture.completedFuture(followed);
    final ActivityQueryHandler queries = new ActivityQueryHandler(stored, follows, blocks, kidModes, names);
    final FeedQueryHandler feeds = new FeedQueryHandler(stored, kidModes, names, Clock.fixed(NOW, ZoneOffset.UTC));

    ActivitiesUnderTest() {
        BDDMockito.given(blocks.blockedBy(ArgumentMatchers.any()))
                .willReturn(CompletableFuture.completedFuture(Set.of()));
        BDDMockito.given(kidModes.isKid(ArgumentMatchers.any())).willReturn(CompletableFuture.completedFuture(false));
    }

    static GenericTrackedDomainEventMessage<?> reports(long position, Instant at, UserId person, String title) {
        var reported = new ActivityReported(
                ActivityId.fresh(),
                person,
                ActivityKind.BLOG,
                new PersonalText(person, title),
                new PersonalText(person, "https://example.org/" + title));
        return logged(position, at, reported.activityId().value(), reported);
    }

    static GenericTrackedDomainEventMessage<?> posts(
            long position, Instant at, UserId person, TopicId topic, long number) {
        var added = new PostAdded(topic, number, person, new PersonalText(person, "words"), List.of(), number);
        return logged(position, at, topic.value(), added);
    }

    static GenericTrackedDomainEventMessage<?> logged(long position, Instant at, String stream, Object event) {
        return Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        "Test", stream, position, event, MetaData.emptyInstance(), "event" + position, at));
    }

    void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(batch.stream(), (event, message) -> {
            if (event instanceof TopicEvent ofTopic) {
                projection.on(ofTopic, message.getTimestamp(), message.trackingToken());
            } else {
                projection.on((ActivityReported) event, message.getTimestamp(), message.trackingToken());
            }
        });
    }

    void play(GenericTrackedDomainEventMessage<?>... batch) {
        play(Stream.of(batch).toList());
    }

    @Override
    public void close() {
        mongo.close();
    }
}
