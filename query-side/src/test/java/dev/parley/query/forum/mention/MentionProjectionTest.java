package dev.parley.query.forum.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Mention;
import dev.parley.query.MentionLists;
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the posts that speak of somebody. */
class MentionProjectionTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CID = new UserId("cid");
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");

    private final MongoForTests mongo = new MongoForTests();
    private final MentionProjection projection = new MentionProjection(mongo.writes());
    private final MentionLists mentions = new StoredMentions(mongo.database());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void isForThoseWhoAreMentioned() {
        play(List.of(post(4, ANN, CID)));
        assertThat(of(ANN)).containsExactly(new Mention(4, new PostId(TOPIC, 4, 4), BEN, Streams.START.plusSeconds(4)));
        assertThat(of(CID)).hasSize(1);
        assertThat(of(BEN)).isEmpty();
    }

    @Test
    void isTheSameHoweverOften() {
        var batch = List.of(post(1, ANN), post(2), post(3, ANN));
        play(batch);
        List<Document> once = mongo.documents("mentions");
        play(batch);
        play(batch.subList(0, 1));
        assertThat(mongo.documents("mentions")).isEqualTo(once);
    }

    @Test
    void isTheLatest200() {
        play(LongStream.rangeClosed(1, MentionLists.MOST + 1)
                .<GenericTrackedDomainEventMessage<?>>mapToObj(number -> post(number, ANN))
                .toList());
        assertThat(of(ANN)).hasSize(MentionLists.MOST);
        assertThat(of(ANN).getFirst().position()).isEqualTo(2);
        assertThat(of(ANN).getLast().position()).isEqualTo(MentionLists.MOST + 1);
    }

    private List<Mention> of(UserId person) {
        return mentions.of(person).join();
    }

    private void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(
                batch.stream(),
                (event, message) -> projection.on(
                        (PostAdded) event,
                        message.getSequenceNumber(),
                        message.getTimestamp(),
                        message.trackingToken()));
    }

    private static GenericTrackedDomainEventMessage<?> post(long number, UserId... mentioned) {
        var post = new PostAdded(TOPIC, number, BEN, new PersonalText(BEN, "hello"), List.of(mentioned), number);
        return Streams.logged(number, Streams.message(TOPIC.value(), number, post));
    }
}
