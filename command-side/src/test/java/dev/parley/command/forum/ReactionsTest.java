package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.FIRST;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.SECOND;
import static dev.parley.command.forum.ForumFixture.SERVICE;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static dev.parley.command.forum.ForumFixture.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.ReactionCommand.TakeBackReaction;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.ReactionsId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsId;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reaction to a post. */
class ReactionsTest {
    private final ForumFixture forum = new ForumFixture().answered();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void counts() {
        assertThat(forum.addedBy(heart(BEN))).containsExactly(new ReactionAdded(FIRST, BEN.id(), Reaction.HEART));
        assertThat(forum.addedBy(heart(BEN))).isEmpty();
        assertThat(forum.addedBy(new AddReaction(BEN, FIRST, Reaction.LAUGH))).hasSize(1);
    }

    @Test
    void isTakenBack() {
        var back = new TakeBackReaction(BEN, FIRST, Reaction.HEART);
        assertThat(forum.addedBy(back)).isEmpty();
        forum.send(heart(BEN));
        assertThat(forum.addedBy(back)).containsExactly(new ReactionTakenBack(FIRST, BEN.id(), Reaction.HEART));
        assertThat(forum.addedBy(back)).isEmpty();
    }

    @Test
    void needsAPostThatIsThereInAnOpenTopic() {
        forum.assertRefused(new AddReaction(BEN, new PostId(TOPIC, 7, 7), Reaction.HEART), Rejection.UNKNOWN_POST);
        forum.send(new RemovePost(ANN, FIRST, ""));
        forum.assertRefused(heart(BEN), Rejection.UNKNOWN_POST);
        forum.send(new CloseTopic(MODERATOR, TOPIC, WHY));
        forum.assertRefused(heart(BEN), Rejection.TOPIC_CLOSED);
    }

    @Test
    void needsAPostAndATopicOfPeopleWhomTheyDoNotBlock() {
        forum.log.given(NOON, RelationsId.of(ANN.id()), new Blocked(ANN.id(), BEN.id()));
        forum.assertRefused(new AddReaction(ANN, SECOND, Reaction.HEART), Rejection.UNKNOWN_POST);
        forum.assertRefused(new TakeBackReaction(ANN, SECOND, Reaction.HEART), Rejection.UNKNOWN_POST);
        assertThat(forum.addedBy(heart(BEN))).hasSize(1);
        forum.log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
        forum.assertRefused(new AddReaction(BEN, SECOND, Reaction.HEART), Rejection.UNKNOWN_TOPIC);
    }

    @Test
    void isNoServicesAndNoKids() {
        forum.log.given(NOON, BEN.id(), new KidModeEnabled(BEN.id(), "hash"));
        forum.assertRefused(heart(BEN), Rejection.KID_MODE);
        forum.assertRefused(heart(SERVICE), Rejection.NOT_ALLOWED);
    }

    @Test
    void hasRoomBeside1999Others() {
        Object[] many = IntStream.range(1, Reactions.MAX_PEOPLE)
                .mapToObj(i -> new ReactionAdded(FIRST, new UserId("user" + i), Reaction.HEART))
                .toArray();
        forum.log.given(NOON, ReactionsId.of(FIRST), many);
        assertThat(forum.addedBy(heart(BEN))).hasSize(1);
        forum.assertRefused(heart(ANN), Rejection.TOO_MANY_REACTIONS);
        assertThat(forum.addedBy(new AddReaction(BEN, FIRST, Reaction.LAUGH))).hasSize(1);
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(told());
    }

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        Reactions before = told();
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    private static Reactions told() {
        Reactions reactions = new Reactions();
        reactions.on(new ReactionAdded(FIRST, BEN.id(), Reaction.HEART));
        return reactions;
    }

    private static AddReaction heart(Actor by) {
        return new AddReaction(by, FIRST, Reaction.HEART);
    }
}
