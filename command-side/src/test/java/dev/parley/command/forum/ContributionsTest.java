package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.NOON;
import static dev.parley.command.forum.ForumFixture.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.RepeatedCommand;
import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.ContributionEvent.PostContributed;
import dev.parley.kernel.forum.ContributionEvent.TopicContributed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a person's contributions are kept for. */
class ContributionsTest {
    private static final PersonalText PRINT = new PersonalText(ANN.id(), "0a1b");

    @Test
    void takeACommandOnce() {
        assertThatExceptionOfType(RepeatedCommand.class)
                .isThrownBy(() -> told().requireNew("command-1"))
                .satisfies(repeated -> assertThat(repeated.earlier()).isEmpty());
        assertThatCode(() -> told().requireNew("command-2")).doesNotThrowAnyException();
    }

    @Test
    void areTheLast100() {
        Contributions contributions = told();
        for (int i = 2; i <= Contributions.REMEMBERED + 1; i++) {
            contributions.on(new PostContributed(ANN.id(), TOPIC, i, PRINT), NOON, "command-" + i);
        }
        assertThat(contributions.latest(any -> true))
                .hasSize(Contributions.REMEMBERED)
                .noneMatch(Contribution::startsTopic);
    }

    @Test
    void rememberAsManyEditsAsAnyPaceLooksAt() {
        Contributions contributions = told();
        for (int i = 1; i <= ForumPace.MOST + 1; i++) {
            contributions.on(new EditContributed(ANN.id(), TOPIC, 1, NOON, PRINT, PRINT), NOON.plusSeconds(i));
        }
        assertThat(contributions.latestEdits())
                .hasSize(ForumPace.MOST)
                .startsWith(NOON.plusSeconds(ForumPace.MOST + 1))
                .endsWith(NOON.plusSeconds(2));
    }

    @Test
    void haveASnapshotOfTheShapeOfTheirRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(told());
    }

    @Test
    void goOnFromASnapshotAsFromAllEvents() {
        Contributions before = told();
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    private static Contributions told() {
        Contributions contributions = new Contributions();
        contributions.on(new TopicContributed(ANN.id(), TOPIC, PRINT, PRINT), NOON, "command-1");
        contributions.on(new EditContributed(ANN.id(), TOPIC, 1, NOON, PRINT, PRINT), NOON);
        return contributions;
    }
}
