package dev.parley.query.projection;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import dev.parley.fragile.FragileLines;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that a projection cannot handle. */
class DeadLettersTest {
    private static final String ROOM_FOR_THREE = "parley.projections.dead-letters=3";

    private FragileRun run = new FragileRun();

    @AfterEach
    void close() {
        run.close();
    }

    private void failOn(String text) {
        run.lines().fail(text, () -> new IllegalStateException("a bug, met at " + text));
    }

    @Test
    void arePutAsideFromTheMiddleOfABatchAndTheRestIsHandledInItsOrder() {
        failOn("poison");
        run.reach(run.say("a:a1", "b:b1", "a:poison", "b:b2", "a:a3", "c:c1", "b:b3"));
        assertThat(run.letters()).containsExactly("a:2!", "a:3");
        assertThat(run.stored("a")).containsExactly("a1");
        assertThat(run.stored("b")).containsExactly("b1", "b2", "b3");
        assertThat(run.stored("c")).containsExactly("c1");
    }

    @Test
    void haveWhatFollowsInTheirStreamWaitAlsoInLaterBatches() {
        failOn("poison");
        run.reach(run.say("a:poison", "b:b1"));
        run.reach(run.say("a:a2", "b:b2"));
        assertThat(run.letters()).containsExactly("a:1!", "a:2");
        assertThat(run.lines().handled()).doesNotContain("a2");
        assertThat(run.stored("b")).containsExactly("b1", "b2");
    }

    /** What MongoDB refuses is known only once a whole batch is sent. */
    @Test
    void areFoundAmongAWholeBatchWhereTheStoreRefusesWhatOneWants() {
        run.lines().refuse("poison");
        String[] said = Stream.concat(
                        Stream.of("a:a1", "a:poison", "a:a3"),
                        IntStream.rangeClosed(1, 300).mapToObj(number -> "b:b" + number))
                .toArray(String[]::new);
        run.reach(run.say(said));
        assertThat(run.letters()).containsExactly("a:2!", "a:3");
        assertThat(run.stored("b")).hasSize(300).doesNotContain("-");
        assertThat(failureOf(0).getString("error")).isEqualTo("store-refuses");
    }

    @Test
    void tellWhereTheyAreAndWhyAndNothingThatPeopleWrote() {
        failOn("poison");
        run.reach(run.say("a:poison"));
        Document letter = run.mongo.documents("dead_letters").getFirst();
        assertThat(letter)
                .containsEntry("stream", "game~a")
                .containsEntry("place", 1L)
                .containsEntry("aggregate", "Test")
                .containsEntry("type", "MessagePosted");
        assertThat(failureOf(0)).containsEntry("error", "projection-fails").containsEntry("attempts", 1);
        assertThat(failureOf(0).getList("trace", String.class))
                .first()
                .asString()
                .contains("DeadLettersTest");
        assertThat(letter.toJson()).doesNotContain("poison");
    }

    @Test
    void areAlsoThoseWhoseHandlingEndsInAnError() {
        run.lines().fail("deep", StackOverflowError::new);
        run.reach(run.say("a:deep", "b:b1"));
        assertThat(run.letters()).containsExactly("a:1!");
        assertThat(run.stored("b")).containsExactly("b1");
    }

    @Test
    void areNoneWhereAStoreIsAwayAndNothingIsLostByThen() {
        run.lines().fail("a1", () -> new IllegalStateException(new MongoTimeoutException("no server")));
        run.lines().fail("b1", () -> new SearchUnavailable("does not answer", null));
        run.lines().fail("c1", () -> new OutOfMemoryError("for the test"));
        long position = run.say("a:a1", "b:b1", "c:c1");
        eventually(() -> run.bean(ProjectionViews.class).of(run.registered()).versions().stream()
                .anyMatch(version -> "It waits for a store that is away.".equals(version.error())));
        assertThat(run.letters()).isEmpty();
        run.lines().mend();
        run.reach(position);
        assertThat(run.stored("a")).containsExactly("a1");
        assertThat(run.stored("c")).containsExactly("c1");
        assertThat(run.letters()).isEmpty();
    }

    /** Axon waits a second longer than a minute in all for the seventh try. */
    @Test
    void areNoneThoughAStoreFailsManyTimesAndTheRunNeedNotWaitLongerEachTime() {
        var left = new AtomicInteger(6);
        run.lines().fail("a1", () -> {
            if (left.decrementAndGet() == 0) {
                run.lines().mend();
            }
            return new MongoTimeoutException("no server");
        });
        long position = run.say("a:a1");
        eventually(() -> {
            run.tryAgain();
            return run.bean(ProjectionPositions.class).index(ProjectionRun.first(FragileLines.NAME)) >= position;
        });
        assertThat(run.stored("a")).containsExactly("a1");
        assertThat(run.letters()).isEmpty();
    }

    @Test
    void areHandledInTheirOrderOnceTheCauseIsMendedAndTheirStreamFlowsAgain() {
        failOn("poison");
        run.reach(run.say("a:a1", "a:poison", "b:b1", "a:a3", "a:a4"));
        run.lines().mend();
        run.retry(run.letter(1));
        run.done();
        assertThat(run.letters()).isEmpty();
        assertThat(run.stored("a")).containsExactly("a1", "poison", "a3", "a4");
        assertThat(run.lines().handled()).endsWith("poison", "a3", "a4");
        run.reach(run.say("a:a5"));
        assertThat(run.stored("a")).endsWith("a5");
        assertThat(run.registered().deadLetters()).isZero();
    }

    @Test
    void waitOnWhereTheyFailAgainAndSoDoesWhatIsBehindThem() {
        failOn("poison");
        failOn("another");
        run.reach(run.say("a:poison", "a:a2", "a:another", "a:a4", "b:poison", "b:b2"));
        run.lines().mend();
        failOn("another");
        run.retryAll();
        run.done();
        assertThat(run.letters()).containsExactly("a:3!", "a:4");
        assertThat(run.stored("a")).containsExactly("poison", "a2");
        assertThat(run.stored("b")).containsExactly("poison", "b2");
        run.retryAll();
        run.done();
        assertThat(failureOf(0)).containsEntry("attempts", 2);
        assertThat(run.registered().deadLetters()).isEqualTo(2);
    }

    @Test
    void areSkippedAloneAndTheRestOfTheirStreamGoesOn() {
        failOn("poison");
        run.reach(run.say("a:a1", "a:poison", "a:a3", "b:poison"));
        run.skip(run.letter(0));
        run.done();
        assertThat(run.letters()).containsExactly("b:1!");
        assertThat(run.stored("a")).containsExactly("a1", "-", "a3");
    }

    @Test
    void areNotSkippedWhileAnotherComesBefore() {
        failOn("poison");
        run.reach(run.say("a:poison", "a:a2"));
        run.skip(run.letter(1));
        run.done();
        assertThat(run.letters()).containsExactly("a:1!", "a:2");
    }

    @Test
    void areSkippedAndRetriedWithoutEffectOnceTheyAreNoMore() {
        failOn("poison");
        run.reach(run.say("a:poison", "a:poison"));
        LetterId first = run.letter(0);
        run.skip(first);
        run.skip(first);
        run.retry(first);
        run.done();
        assertThat(run.letters()).containsExactly("a:2!");
    }

    @Test
    void stillWaitAfterARestart() {
        failOn("poison");
        run.reach(run.say("a:a1", "a:poison"));
        run.restart();
        run.reach(run.say("a:a3", "b:b1"));
        assertThat(run.letters()).containsExactly("a:2!", "a:3");
        assertThat(run.stored("a")).containsExactly("a1");
        run.retryAll();
        run.done();
        assertThat(run.stored("a")).containsExactly("a1", "poison", "a3");
    }

    /** As if the server had died between what was put aside and the batch's token. */
    @Test
    void areNotDoubledWhenTheirBatchComesAgain() {
        failOn("poison");
        run.reach(run.say("a:a1", "a:poison", "a:a3", "b:b1"));
        List<Document> letters = run.mongo.documents("dead_letters");
        run.beginAgain();
        assertThat(run.mongo.documents("dead_letters")).isEqualTo(letters);
        assertThat(run.stored("a")).containsExactly("a1");
        assertThat(run.stored("b")).containsExactly("b1");
    }

    /** As if the server had died between a letter that was handled, or skipped, and the next. */
    @Test
    void goOnWhereTheyWereCutOff() {
        failOn("poison");
        run.reach(run.say("a:poison", "a:a2", "a:a3"));
        run.removeLetter(0);
        run.restart();
        eventually(() -> run.letters().isEmpty());
        assertThat(run.stored("a")).containsExactly("-", "a2", "a3");
    }

    @Test
    void waitWhileTheProjectionIsPaused() {
        failOn("poison");
        run.reach(run.say("a:poison"));
        run.lines().mend();
        run.ask(new ProjectionPaused(FragileRun.LINES));
        run.retryAll();
        eventually(this::isAsked);
        assertThat(run.letters()).hasSize(1);
        run.ask(new ProjectionResumed(FragileRun.LINES));
        run.done();
        assertThat(run.letters()).isEmpty();
    }

    @Test
    void areRetriedAfterARestartWhereThatWasAskedForBefore() {
        failOn("poison");
        run.reach(run.say("a:poison", "a:a2"));
        run.ask(new ProjectionPaused(FragileRun.LINES));
        run.retryAll();
        eventually(this::isAsked);
        run.restart();
        assertThat(run.letters()).hasSize(2);
        run.ask(new ProjectionResumed(FragileRun.LINES));
        run.done();
        assertThat(run.stored("a")).containsExactly("poison", "a2");
    }

    private boolean isAsked() {
        return !run.version(1).orElseThrow().letters().requests().isEmpty();
    }

    @Test
    void haveTheRunStandStillWhereItHasNoRoomForMore() {
        run.close();
        run = new FragileRun(ROOM_FOR_THREE);
        failOn("poison");
        run.reach(run.say("a:poison", "b:poison", "c:poison"));
        long position = run.say("d:poison", "e:e1");
        eventually(() -> run.bean(ProjectionViews.class).of(run.registered()).versions().stream()
                .anyMatch(version -> version.error() != null && version.error().contains("room for no more")));
        assertThat(run.letters()).containsExactly("a:1!", "b:1!", "c:1!");
        run.skip(run.letter(0));
        run.reach(position);
        assertThat(run.letters()).containsExactly("b:1!", "c:1!", "d:1!");
        assertThat(run.stored("e")).containsExactly("e1");
    }

    private Document failureOf(int index) {
        return run.mongo.documents("dead_letters").get(index).get("failure", Document.class);
    }
}
