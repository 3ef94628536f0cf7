package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.FIRST;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.SECOND;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static dev.parley.command.forum.ForumFixture.WHY;
import static dev.parley.command.forum.ForumFixture.add;
import static dev.parley.command.forum.ForumFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In a topic of Ann's, in which Ben has answered. */
class EditingAPostTest {
    private static final TopicId OTHER_TOPIC = ForumFixture.topic(2);

    private final ForumFixture forum = new ForumFixture().answered();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void isForItsAuthor() {
        assertThat(forum.addedBy(edit(BEN, SECOND)))
                .containsExactly(
                        edited(BEN, 2),
                        new EditContributed(
                                BEN.id(),
                                TOPIC,
                                2,
                                NOON,
                                new PersonalText(BEN.id(), TextPrint.ofExactly("I mean another")),
                                new PersonalText(BEN.id(), TextPrint.of("I mean another"))));
        forum.assertRefused(edit(ANN, SECOND), Rejection.NOT_ALLOWED);
        forum.assertRefused(edit(MODERATOR, SECOND), Rejection.NOT_ALLOWED);
    }

    @Test
    void isNoneIfThePostSaysSoAlreadyToTheLetter() {
        assertThat(forum.addedBy(edit(ANN, FIRST, "Which book?"))).isEmpty();
        assertThat(forum.addedBy(edit(ANN, FIRST, "which  book?"))).hasSize(2);
        assertThat(forum.addedBy(edit(ANN, FIRST, "which  book?"))).isEmpty();
        assertThat(forum.addedBy(edit(BEN, SECOND, "which  book?"))).hasSize(2);
        assertThat(forum.addedBy(edit(ANN, FIRST, "Which book?"))).hasSize(2);
        assertThat(forum.addedBy(edit(ANN, FIRST, "Which book?"))).isEmpty();
    }

    /** Its edits are not remembered any more, so that nobody knows. */
    @Test
    void isOneAfterMoreEditsThanAreRememberedWhateverThePostSaid() {
        forum.log.given(NOON, OTHER_TOPIC, started(OTHER_TOPIC), inOtherTopic());
        forum.send(edit(ANN, FIRST, "Which?"));
        for (int i = 0; i < ForumPace.MOST; i++) {
            forum.clock.advance(Duration.ofMinutes(5));
            forum.send(edit(ANN, new PostId(OTHER_TOPIC, 1, 1), "Which opening, please, number " + i));
        }
        assertThat(forum.addedBy(edit(ANN, FIRST, "Which book?"))).hasSize(2);
    }

    @Test
    void isDoneTenTimesInFiveMinutesInWhateverTopics() {
        forum.log.given(NOON, OTHER_TOPIC, started(OTHER_TOPIC), inOtherTopic());
        for (int i = 1; i <= 5; i++) {
            forum.send(edit(ANN, FIRST, "Number " + i));
            forum.send(edit(ANN, new PostId(OTHER_TOPIC, 1, 1), "Number " + i));
        }
        assertThat(forum.addedBy(edit(ANN, FIRST, "Number 5"))).isEmpty();
        assertThat(forum.assertRefused(edit(ANN, FIRST), Rejection.TOO_MANY_EDITS)
                        .until())
                .contains(NOON.plus(Duration.ofMinutes(5)));
        forum.send(edit(BEN, SECOND));
        forum.clock.advance(Duration.ofMinutes(5));
        forum.send(edit(ANN, FIRST));
    }

    @Test
    void takesNoRoomFromPosts() {
        for (int i = 1; i <= 10; i++) {
            forum.send(edit(ANN, FIRST, "Number " + i));
        }
        forum.send(add(ANN, "Thank you!"));
    }

    @Test
    void endsAfterFourHours() {
        forum.clock.advance(Duration.ofHours(4).minusMillis(1));
        forum.send(edit(ANN, FIRST));
        forum.clock.advance(Duration.ofMillis(1));
        forum.assertRefused(edit(ANN, FIRST), Rejection.TOO_LATE_TO_EDIT);
    }

    @Test
    void needsAPostThatIsThere() {
        forum.assertRefused(edit(ANN, new PostId(TOPIC, 1, 2)), Rejection.UNKNOWN_POST);
        forum.assertRefused(edit(ANN, new PostId(TOPIC, 1, 0)), Rejection.UNKNOWN_POST);
        forum.send(new RemovePost(ANN, FIRST, ""));
        forum.assertRefused(edit(ANN, FIRST), Rejection.UNKNOWN_POST);
    }

    @Test
    void needsATopicOfSomebodyWhomTheyDoNotBlock() {
        forum.log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
        forum.assertRefused(edit(BEN, SECOND), Rejection.UNKNOWN_TOPIC);
    }

    @Test
    void needsAnOpenTopic() {
        forum.send(new CloseTopic(MODERATOR, TOPIC, WHY));
        forum.assertRefused(edit(ANN, FIRST), Rejection.TOPIC_CLOSED);
    }

    private static PostAdded inOtherTopic() {
        return new PostAdded(OTHER_TOPIC, 1, ANN.id(), new PersonalText(ANN.id(), "Which opening?"), List.of(), 1);
    }

    private static EditPost edit(Actor by, PostId post) {
        return edit(by, post, "I mean another");
    }

    private static EditPost edit(Actor by, PostId post, String text) {
        return new EditPost(by, post, new PostText(text));
    }

    private static PostEdited edited(Actor by, long number) {
        return new PostEdited(TOPIC, number, by.id(), new PersonalText(by.id(), "I mean another"), List.of());
    }
}
