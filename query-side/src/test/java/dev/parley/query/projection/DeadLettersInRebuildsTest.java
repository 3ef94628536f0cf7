package dev.parley.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fragile.FragileLines;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.query.projection.Filling.Stage;
import dev.parley.query.projection.Report.DeadLetterCounts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What dead letters mean to a read model that is built anew or verified: each version has its own. */
class DeadLettersInRebuildsTest {
    private static final String SECOND = FragileLines.NAME + "-v2";

    private final FragileRun run = new FragileRun();

    @BeforeEach
    void poison() {
        failOn("poison");
        run.reach(run.say("a:a1", "a:poison", "a:a3", "b:b1"));
    }

    @AfterEach
    void close() {
        run.close();
    }

    private void failOn(String text) {
        run.lines().fail(text, () -> new IllegalStateException("a bug"));
    }

    @Test
    void areNoneOfAVersionThatIsFilledAfterTheFix() {
        run.lines().mend();
        run.ask(new RebuildRequested(FragileRun.LINES, false));
        eventually(() -> run.registered().live().version() == 2);
        assertThat(run.stored(SECOND, "a")).containsExactly("a1", "poison", "a3");
        assertThat(report(2).letters()).isEqualTo(new DeadLetterCounts(2, 0));
        assertThat(run.letters()).containsExactly("a:2!", "a:3");
        assertThat(run.registered().deadLetters()).isZero();
    }

    @Test
    void keepAVersionFromBeingReadUntilSomebodyAsksForThat() {
        run.ask(new RebuildRequested(FragileRun.LINES, false));
        eventually(
                () -> run.version(2).filter(filling -> filling.is(Stage.READY)).isPresent());
        assertThat(run.registered().live().version()).isEqualTo(1);
        assertThat(report(2).letters()).isEqualTo(new DeadLetterCounts(2, 2));
        assertThat(run.bean(ProjectionViews.class)
                        .of(run.registered())
                        .versions()
                        .getLast()
                        .error())
                .contains("put events aside");
        assertThat(run.letters()).containsExactly("a:2!", "a:3", "2 a:2!", "2 a:3");

        run.ask(new SwitchRequested(FragileRun.LINES));
        eventually(() -> run.registered().live().version() == 2);
    }

    @Test
    void areRetriedOfAllVersionsAtOnce() {
        run.ask(new RebuildRequested(FragileRun.LINES, true));
        eventually(
                () -> run.version(2).filter(filling -> filling.is(Stage.READY)).isPresent());
        run.lines().mend();
        run.retryAll();
        run.done();
        assertThat(run.letters()).isEmpty();
        assertThat(run.stored(SECOND, "a")).isEqualTo(run.stored("a")).containsExactly("a1", "poison", "a3");
    }

    @Test
    void goWithTheirVersion() {
        run.ask(new RebuildRequested(FragileRun.LINES, true));
        eventually(
                () -> run.version(2).filter(filling -> filling.is(Stage.READY)).isPresent());
        run.ask(new RebuildCancelled(FragileRun.LINES));
        eventually(() -> run.registered().fillings().size() == 1);
        assertThat(run.letters()).containsExactly("a:2!", "a:3");
    }

    @Test
    void areToldByAVerificationWhoseReplayIsNotTakenOver() {
        run.mongo.writtenDatabase().getCollection(FragileLines.NAME).deleteOne(eq("game~b"));
        run.ask(new VerificationRequested(FragileRun.LINES));
        eventually(() -> run.registered().verification().isPresent());
        assertThat(report(2).letters()).isEqualTo(new DeadLetterCounts(2, 2));
        assertThat(report(2).keys()).isEqualTo(List.of(FragileLines.NAME + "/game~b"));

        run.ask(new RepairRequested(FragileRun.LINES));
        eventually(() -> !run.registered().repairing() && run.registered().applied() > 0);
        assertThat(run.stored("b")).isEmpty();
    }

    private Report report(int version) {
        return run.version(version).orElseThrow().report().orElseThrow();
    }
}
