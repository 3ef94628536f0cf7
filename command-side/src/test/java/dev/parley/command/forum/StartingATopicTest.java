package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.FIRST;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.SERVICE;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static dev.parley.command.forum.ForumFixture.WHY;
import static dev.parley.command.forum.ForumFixture.post;
import static dev.parley.command.forum.ForumFixture.start;
import static dev.parley.command.forum.ForumFixture.started;
import static dev.parley.command.forum.ForumFixture.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.RepeatedCommand;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.ContributionEvent.ContributionRepeated;
import dev.parley.kernel.forum.ContributionEvent.TopicContributed;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever starts a topic. */
class StartingATopicTest {
    private static final String TITLE = "A book for beginners";
    private static final String TEXT = "Which book?";

    private final ForumFixture forum = new ForumFixture();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void writesItsFirstPost() {
        assertThat(forum.addedBy(start(ANN, TOPIC, TITLE, TEXT)))
                .startsWith(started(TOPIC), post(1, ANN, TEXT, 1))
                .hasSize(3)
                .last()
                .isInstanceOf(TopicContributed.class);
    }

    @Test
    void namesACategoryThatThereIs() {
        var nowhere = new StartTopic(ANN, TOPIC, new CategoryId("nowhere"), new TopicTitle(TITLE), new PostText(TEXT));
        forum.assertRefused(nowhere, Rejection.UNKNOWN_CATEGORY);
    }

    @Test
    void isNoServiceAndNoKid() {
        forum.log.given(NOON, BEN.id(), new KidModeEnabled(BEN.id(), "hash"));
        forum.assertRefused(start(SERVICE, TOPIC, TITLE, TEXT), Rejection.NOT_ALLOWED);
        forum.assertRefused(start(BEN, TOPIC, TITLE, TEXT), Rejection.KID_MODE);
    }

    @Test
    void startsTwoInFiveMinutes() {
        forum.send(start(ANN, topic(1), TITLE, TEXT));
        forum.clock.advance(Duration.ofMinutes(1));
        forum.send(start(ANN, topic(2), "Another question of mine", "Which opening?"));

        StartTopic third = start(ANN, topic(3), "The third question of mine", "Which endgame?");
        assertThat(forum.assertRefused(third, Rejection.TOO_MANY_TOPICS).until())
                .contains(NOON.plus(Duration.ofMinutes(5)));
        forum.send(start(BEN, topic(4), "A question of somebody else", "Which clock?"));
        forum.clock.advance(Duration.ofMinutes(4));
        forum.send(third);
    }

    @Test
    void findsTheOneWithTheSameTitleOrTextWithinAnHour() {
        forum.send(start(ANN, topic(1), TITLE, TEXT));
        forum.clock.advance(Duration.ofHours(1).minusMillis(1));

        assertRepeated(start(ANN, topic(2), "a BOOK  for beginners", "Something else"));
        assertRepeated(start(ANN, topic(2), "Some other title", "which\nbook?"));
        forum.send(start(BEN, topic(2), TITLE, TEXT));
        forum.clock.advance(Duration.ofMillis(1));
        forum.send(start(ANN, topic(3), TITLE, TEXT));
    }

    @Test
    void remembersTheKeyUnderWhichTheyAskForItAgain() {
        forum.send(start(ANN, topic(1), TITLE, TEXT));
        forum.sendKeyed(start(ANN, topic(2), TITLE, TEXT));
        assertThat(forum.log.added()).last().isInstanceOf(ContributionRepeated.class);
    }

    @Test
    void startsItAgainAfterItWasRemoved() {
        forum.send(start(ANN, topic(1), TITLE, TEXT));
        forum.send(new RemoveTopic(MODERATOR, topic(1), WHY));
        assertThat(forum.addedBy(start(ANN, topic(2), TITLE, TEXT))).first().isInstanceOf(TopicStarted.class);
    }

    @Test
    void startsAnotherWithWhatTheEarlierOneSaysNoMore() {
        forum.send(start(ANN, topic(1), TITLE, TEXT));
        forum.send(new EditPost(ANN, FIRST, new PostText("Which clock?")));
        assertRepeated(start(ANN, topic(2), "Some other title", "Which clock?"));
        assertThat(forum.addedBy(start(ANN, topic(2), "Some other title", TEXT)))
                .first()
                .isInstanceOf(TopicStarted.class);
    }

    private void assertRepeated(StartTopic command) {
        int before = forum.log.added().size();
        assertThatExceptionOfType(RepeatedCommand.class)
                .isThrownBy(() -> forum.send(command))
                .satisfies(repeated -> assertThat(repeated.earlier()).isPresent());
        assertThat(forum.log.added()).hasSize(before);
    }
}
