package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.SERVICE;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static dev.parley.command.forum.ForumFixture.WHY;
import static dev.parley.command.forum.ForumFixture.add;
import static dev.parley.command.forum.ForumFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.RepeatedCommand;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.ContributionEvent.ContributionRepeated;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsId;
import java.time.Duration;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever answers in a topic. */
class AddingAPostTest {
    private final ForumFixture forum = new ForumFixture();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void writesTheNextPost() {
        forum.answered();
        assertThat(forum.addedBy(add(ANN, "Thank you!"))).first().isEqualTo(post(3, ANN, "Thank you!", 3));
    }

    @Test
    void needsATopic() {
        assertThatExceptionOfType(AggregateNotFoundException.class).isThrownBy(() -> forum.send(add(ANN, "Hello?")));
        forum.answered().send(new RemoveTopic(MODERATOR, TOPIC, WHY));
        forum.assertRefused(add(ANN, "Hello?"), Rejection.UNKNOWN_TOPIC);
    }

    @Test
    void needsATopicOfSomebodyWhomTheyDoNotBlock() {
        forum.answered().log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
        forum.assertRefused(add(BEN, "One more thing"), Rejection.UNKNOWN_TOPIC);
        forum.send(new CloseTopic(ANN, TOPIC, ""));
        forum.assertRefused(add(BEN, "One more thing"), Rejection.UNKNOWN_TOPIC);
    }

    @Test
    void mayBeBlockedByTheAuthorOfTheTopicWhichTheySee() {
        forum.answered().log.given(NOON, RelationsId.of(ANN.id()), new Blocked(ANN.id(), BEN.id()));
        assertThat(forum.addedBy(add(BEN, "One more thing"))).first().isEqualTo(post(3, BEN, "One more thing", 3));
    }

    @Test
    void needsAnOpenTopic() {
        forum.answered().send(new CloseTopic(ANN, TOPIC, ""));
        forum.assertRefused(add(BEN, "One more thing"), Rejection.TOPIC_CLOSED);
    }

    @Test
    void isNoServiceAndNoKid() {
        forum.answered().log.given(NOON, BEN.id(), new KidModeEnabled(BEN.id(), "hash"));
        forum.assertRefused(add(SERVICE, "Hello"), Rejection.NOT_ALLOWED);
        forum.assertRefused(add(BEN, "Hello"), Rejection.KID_MODE);
    }

    @Test
    void writesFourInFiveMinutes() {
        forum.answered();
        for (int i = 1; i <= 4; i++) {
            forum.send(add(ANN, "Thought number " + i));
        }
        assertThat(forum.assertRefused(add(ANN, "And a fifth"), Rejection.TOO_MANY_POSTS)
                        .until())
                .contains(NOON.plus(Duration.ofMinutes(5)));
        forum.clock.advance(Duration.ofMinutes(5));
        forum.send(add(ANN, "And a fifth"));
    }

    @Test
    void finds10000PostsToBeEnough() {
        forum.answered().log.given(NOON, TOPIC, post(Topic.MAX_POSTS - 1, BEN, "One more", 3));
        assertThat(forum.addedBy(add(ANN, "The last")))
                .contains(post(Topic.MAX_POSTS, ANN, "The last", Topic.MAX_POSTS));
        forum.assertRefused(add(ANN, "One too many"), Rejection.TOPIC_FULL);
    }

    @Test
    void findsTheOneWithTheSameTextWithinAnHour() {
        forum.answered().send(add(ANN, "Thank you!"));
        forum.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThatExceptionOfType(RepeatedCommand.class)
                .isThrownBy(() -> forum.send(add(ANN, "thank YOU!")))
                .satisfies(repeated -> assertThat(repeated.earlier()).isPresent());
        forum.clock.advance(Duration.ofMillis(1));
        forum.send(add(ANN, "thank YOU!"));
    }

    @Test
    void remembersTheKeyUnderWhichTheyAskForItAgain() {
        forum.answered().send(add(ANN, "Thank you!"));
        forum.sendKeyed(add(ANN, "Thank you!"));
        assertThat(forum.log.added()).last().isInstanceOf(ContributionRepeated.class);
    }

    @Test
    void writesItAgainAfterItWasErased() {
        forum.answered().send(add(ANN, "Thank you!"));
        forum.send(new RemovePost(ANN, new PostId(TOPIC, 3, 3), ""));
        assertThat(forum.addedBy(add(ANN, "Thank you!"))).first().isEqualTo(post(4, ANN, "Thank you!", 3));
    }

    @Test
    void writesItAgainAfterTheEarlierOneWasEdited() {
        forum.answered().send(add(ANN, "First words"));
        forum.send(edit("Changed words"));
        assertThat(forum.addedBy(add(ANN, "First words"))).first().isEqualTo(post(4, ANN, "First words", 4));
    }

    @Test
    void findsTheOneThatWasEditedToTheSameTextWithinAnHour() {
        forum.answered().send(add(ANN, "First words"));
        forum.clock.advance(Duration.ofHours(2));
        forum.send(edit("Changed words"));
        forum.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThatExceptionOfType(RepeatedCommand.class).isThrownBy(() -> forum.send(add(ANN, "changed  words")));
        forum.clock.advance(Duration.ofMillis(1));
        forum.send(add(ANN, "changed  words"));
    }

    @Test
    void tellsWhomTheyMention() {
        forum.answered();
        assertThat(mentions("@Ben and @mod, not @nobody or me@ben: @ben")).containsExactly(BEN.id(), MODERATOR.id());
        assertThat(mentions("@Override @Test @Nested @Before @After @Param are said to @ben"))
                .containsExactly(BEN.id());
    }

    @Test
    void tellsNobodyAcrossABlockNorThemselvesNorKids() {
        forum.answered()
                .log
                .given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()))
                .given(NOON, MODERATOR.id(), new KidModeEnabled(MODERATOR.id(), "hash"));
        assertThat(mentions("@ann @ben @mod")).isEmpty();
    }

    @Test
    void tellsNobodyWhomTheyBlock() {
        forum.answered().log.given(NOON, RelationsId.of(ANN.id()), new Blocked(ANN.id(), BEN.id()));
        assertThat(mentions("@ben")).isEmpty();
    }

    /** Ann's first answer is the third post. */
    private static EditPost edit(String content) {
        return new EditPost(ANN, new PostId(TOPIC, 3, 3), new PostText(content));
    }

    private List<UserId> mentions(String text) {
        return ((PostAdded) forum.addedBy(add(ANN, text)).getFirst()).mentions();
    }
}
