package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.GENERAL;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.OFF_TOPIC;
import static dev.parley.command.forum.ForumFixture.SECOND;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static dev.parley.command.forum.ForumFixture.WHY;
import static dev.parley.command.forum.ForumFixture.post;
import static dev.parley.command.forum.ForumFixture.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.MoveTopic;
import dev.parley.command.forum.TopicCommand.PinTopic;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.ReopenTopic;
import dev.parley.command.forum.TopicCommand.UnpinTopic;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A topic of Ann's, in which Ben has answered. */
class TopicTest {
    private final ForumFixture forum = new ForumFixture().answered();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Nested
    class TakingAPostAway {
        @Test
        void erasesItForItsAuthorOnce() {
            assertThat(forum.addedBy(new RemovePost(BEN, SECOND, ""))).containsExactly(new PostErased(TOPIC, 2, 1));
            assertThat(forum.addedBy(new RemovePost(BEN, SECOND, ""))).isEmpty();
            assertThat(forum.addedBy(new RemovePost(MODERATOR, SECOND, WHY))).isEmpty();
        }

        @Test
        void removesItForAModeratorWhoSaysWhy() {
            assertReasonIsAsked(new RemovePost(MODERATOR, SECOND, " "));
            assertThat(forum.addedBy(new RemovePost(MODERATOR, SECOND, WHY)))
                    .containsExactly(new PostRemoved(TOPIC, 2, MODERATOR.id(), 1));
            forum.assertRefused(new RemovePost(ANN, SECOND, WHY), Rejection.NOT_ALLOWED);
        }

        @Test
        void isForAuthorsInKidModeToo() {
            forum.log.given(NOON, BEN.id(), new KidModeEnabled(BEN.id(), "hash"));
            assertThat(forum.addedBy(new RemovePost(BEN, SECOND, ""))).containsExactly(new PostErased(TOPIC, 2, 1));
        }

        @Test
        void isForAuthorsInARemovedTopicToo() {
            forum.send(new RemoveTopic(MODERATOR, TOPIC, WHY));
            assertThat(forum.addedBy(new RemovePost(BEN, SECOND, ""))).containsExactly(new PostErased(TOPIC, 2, 1));
            forum.assertRefused(new RemovePost(ANN, SECOND, ""), Rejection.UNKNOWN_TOPIC);
        }

        @Test
        void goesOnInAClosedTopic() {
            forum.send(new CloseTopic(MODERATOR, TOPIC, WHY));
            forum.send(new RemovePost(BEN, SECOND, ""));
        }
    }

    @Nested
    class Closing {
        @Test
        void isForItsAuthorAndModerators() {
            forum.assertRefused(new CloseTopic(BEN, TOPIC, WHY), Rejection.NOT_ALLOWED);
            assertReasonIsAsked(new CloseTopic(MODERATOR, TOPIC, ""));
            assertThat(forum.addedBy(new CloseTopic(ANN, TOPIC, "")))
                    .containsExactly(new TopicClosed(TOPIC, ANN.id(), false));
            assertThat(forum.addedBy(new CloseTopic(ANN, TOPIC, ""))).isEmpty();
            assertThat(forum.addedBy(new CloseTopic(MODERATOR, TOPIC, WHY)))
                    .containsExactly(new TopicClosed(TOPIC, MODERATOR.id(), true));
            assertThat(forum.addedBy(new CloseTopic(ANN, TOPIC, ""))).isEmpty();
        }

        @Test
        void isForAuthorsWhoMayWrite() {
            forum.log.given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "hash"));
            forum.assertRefused(new CloseTopic(ANN, TOPIC, ""), Rejection.KID_MODE);
            forum.send(new CloseTopic(MODERATOR, TOPIC, WHY));
            forum.send(new ReopenTopic(MODERATOR, TOPIC, WHY));
            forum.log.given(NOON, ANN.id(), new KidModeDisabled(ANN.id()));
            forum.send(new CloseTopic(ANN, TOPIC, ""));
            forum.log.given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "hash"));
            forum.assertRefused(new ReopenTopic(ANN, TOPIC, ""), Rejection.KID_MODE);
        }

        @Test
        void isUndoneByItsAuthor() {
            forum.send(new CloseTopic(ANN, TOPIC, ""));
            assertThat(forum.addedBy(new ReopenTopic(ANN, TOPIC, "")))
                    .containsExactly(new TopicReopened(TOPIC, ANN.id()));
            assertThat(forum.addedBy(new ReopenTopic(ANN, TOPIC, ""))).isEmpty();
        }

        @Test
        void isUndoneByAModeratorAloneIfOneDidIt() {
            forum.send(new CloseTopic(MODERATOR, TOPIC, WHY));
            forum.assertRefused(new ReopenTopic(ANN, TOPIC, ""), Rejection.NOT_ALLOWED);
            assertThat(forum.addedBy(new ReopenTopic(MODERATOR, TOPIC, WHY)))
                    .containsExactly(new TopicReopened(TOPIC, MODERATOR.id()));
        }
    }

    @Nested
    class Moderating {
        @Test
        void pinsOnceAndUnpinsOnce() {
            assertThat(forum.addedBy(new PinTopic(MODERATOR, TOPIC, WHY)))
                    .containsExactly(new TopicPinned(TOPIC, MODERATOR.id()));
            assertThat(forum.addedBy(new PinTopic(MODERATOR, TOPIC, WHY))).isEmpty();
            assertThat(forum.addedBy(new UnpinTopic(MODERATOR, TOPIC, WHY)))
                    .containsExactly(new TopicUnpinned(TOPIC, MODERATOR.id()));
            assertThat(forum.addedBy(new UnpinTopic(MODERATOR, TOPIC, WHY))).isEmpty();
        }

        @Test
        void movesToACategoryThatThereIs() {
            forum.assertRefused(
                    new MoveTopic(MODERATOR, TOPIC, new CategoryId("nowhere"), WHY), Rejection.UNKNOWN_CATEGORY);
            assertThat(forum.addedBy(new MoveTopic(MODERATOR, TOPIC, OFF_TOPIC, WHY)))
                    .containsExactly(new TopicMoved(TOPIC, GENERAL, OFF_TOPIC, MODERATOR.id()));
            assertThat(forum.addedBy(new MoveTopic(MODERATOR, TOPIC, OFF_TOPIC, WHY)))
                    .isEmpty();
        }

        @Test
        void removesForGood() {
            assertThat(forum.addedBy(new RemoveTopic(MODERATOR, TOPIC, WHY)))
                    .containsExactly(new TopicRemoved(TOPIC, MODERATOR.id()));
            assertThat(forum.addedBy(new RemoveTopic(MODERATOR, TOPIC, WHY))).isEmpty();
            forum.assertRefused(new PinTopic(MODERATOR, TOPIC, WHY), Rejection.UNKNOWN_TOPIC);
            forum.assertRefused(new RemovePost(MODERATOR, SECOND, WHY), Rejection.UNKNOWN_TOPIC);
        }

        @Test
        void isForModeratorsWhoSayWhy() {
            for (Actor other : List.of(ANN, BEN)) {
                forum.assertRefused(new PinTopic(other, TOPIC, WHY), Rejection.NOT_ALLOWED);
                forum.assertRefused(new UnpinTopic(other, TOPIC, WHY), Rejection.NOT_ALLOWED);
                forum.assertRefused(new MoveTopic(other, TOPIC, OFF_TOPIC, WHY), Rejection.NOT_ALLOWED);
                forum.assertRefused(new RemoveTopic(other, TOPIC, WHY), Rejection.NOT_ALLOWED);
            }
            assertReasonIsAsked(new PinTopic(MODERATOR, TOPIC, ""));
            assertReasonIsAsked(new UnpinTopic(MODERATOR, TOPIC, ""));
            assertReasonIsAsked(new MoveTopic(MODERATOR, TOPIC, OFF_TOPIC, ""));
            assertReasonIsAsked(new RemoveTopic(MODERATOR, TOPIC, ""));
        }
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(told());
    }

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        Topic before = told();
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    private static Topic told() {
        Topic topic = new Topic();
        topic.on(started(TOPIC));
        topic.on(post(1, ANN, "Which book?", 1));
        topic.on(new PostErased(TOPIC, 1, 0));
        topic.on(new TopicClosed(TOPIC, ANN.id(), false));
        topic.on(new TopicPinned(TOPIC, MODERATOR.id()));
        return topic;
    }

    private void assertReasonIsAsked(TopicCommand command) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> forum.send(command))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("reason"));
    }
}
