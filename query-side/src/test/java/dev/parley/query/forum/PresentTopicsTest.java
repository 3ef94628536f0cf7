package dev.parley.query.forum;

import static dev.parley.query.forum.ForumUnderTest.ANN;
import static dev.parley.query.forum.ForumUnderTest.FEEDBACK;
import static dev.parley.query.forum.ForumUnderTest.GENERAL;
import static dev.parley.query.forum.ForumUnderTest.MOD;
import static dev.parley.query.forum.ForumUnderTest.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicId;
import dev.parley.query.PresentSubject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a reported topic is shown to moderators as it is now. */
class PresentTopicsTest {
    private static final TopicId TOPIC = topic(1);
    private static final String TITLE = "Topic " + TOPIC;

    private final ForumUnderTest forum = new ForumUnderTest();
    private final PresentTopics present = new PresentTopics(new StoredTopics(forum.mongo.readModels()));

    @BeforeEach
    void start() {
        forum.start(TOPIC, GENERAL, ANN);
        forum.play();
    }

    @AfterEach
    void close() {
        forum.close();
    }

    @Test
    void isItsTitle() {
        assertThat(now(TOPIC)).contains(new PresentSubject(TITLE, false));
    }

    @Test
    void isTheSameInAnotherCategory() {
        happens(new TopicMoved(TOPIC, GENERAL, FEEDBACK, MOD));
        assertThat(now(TOPIC)).contains(new PresentSubject(TITLE, false));
    }

    @Test
    void keepsItsTitleWhenAModeratorRemovedIt() {
        happens(new TopicRemoved(TOPIC, MOD));
        assertThat(now(TOPIC)).contains(new PresentSubject(TITLE, true));
    }

    @Test
    void isNothingWhereThereIsNoSuchTopic() {
        assertThat(now(topic(2))).isEmpty();
    }

    private void happens(TopicEvent event) {
        forum.happen(event);
        forum.play();
    }

    private Optional<PresentSubject> now(TopicId topic) {
        return present.find(topic.toString()).join();
    }
}
