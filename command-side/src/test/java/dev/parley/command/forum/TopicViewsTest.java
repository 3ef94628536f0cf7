package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.BEN;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look at a topic. */
class TopicViewsTest {
    private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2026, 3, 1);

    private final ForumFixture forum = new ForumFixture().answered();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void countsOnceAPersonAndDay() {
        assertThat(forum.addedBy(new ViewTopic(ANN, TOPIC))).containsExactly(viewed(ANN.id(), FIRST_OF_MARCH, 1));
        assertThat(forum.addedBy(new ViewTopic(ANN, TOPIC))).isEmpty();
        assertThat(forum.addedBy(new ViewTopic(BEN, TOPIC))).containsExactly(viewed(BEN.id(), FIRST_OF_MARCH, 2));
        forum.clock.advance(Duration.ofHours(12));
        assertThat(forum.addedBy(new ViewTopic(ANN, TOPIC)))
                .containsExactly(viewed(ANN.id(), FIRST_OF_MARCH.plusDays(1), 3));
    }

    @Test
    void countsFor50000PeopleADay() {
        TopicViews views = new TopicViews();
        for (int i = 1; i < TopicViews.MAX_VIEWERS; i++) {
            views.on(viewed(new UserId("user" + i), FIRST_OF_MARCH, i));
        }
        assertThat(views.counts(ANN.id(), FIRST_OF_MARCH)).isTrue();
        views.on(viewed(BEN.id(), FIRST_OF_MARCH, TopicViews.MAX_VIEWERS));
        assertThat(views.counts(ANN.id(), FIRST_OF_MARCH)).isFalse();
        assertThat(views.counts(ANN.id(), FIRST_OF_MARCH.plusDays(1))).isTrue();
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(told());
    }

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        TopicViews before = told();
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    private static TopicViews told() {
        TopicViews views = new TopicViews();
        views.on(viewed(ANN.id(), FIRST_OF_MARCH, 1));
        return views;
    }

    private static TopicViewed viewed(UserId viewer, LocalDate day, long views) {
        return new TopicViewed(TOPIC, viewer, day, views);
    }
}
