package dev.parley.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.Positions.NotYet;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Streams;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class ProjectionPositionsTest {
    private final CompletableFuture<Void> shown = new CompletableFuture<>();
    private final ProjectionPositions positions = new ProjectionPositions(
            at(100),
            ProjectionRun::first,
            projection -> projection.endsWith("-search") ? shown : CompletableFuture.completedFuture(null));

    @Test
    void areReachedAtOnceWhenTheProjectionIsThereAlready() {
        positions.advance(ProjectionRun.first("messages"), at(10));
        assertThat(positions.reached("messages", 10)).isCompleted();
        assertThat(positions.reached("messages", 3)).isCompleted();
    }

    @Test
    void areReachedOnceTheProjectionGetsThere() {
        CompletableFuture<Void> waiting = positions.reached("messages", 10);
        positions.advance(ProjectionRun.first("rooms"), at(50));
        positions.advance(ProjectionRun.first("messages"), at(9));
        assertThat(waiting).isNotDone();
        positions.advance(ProjectionRun.first("messages"), at(12));
        assertThat(waiting).isCompleted();
    }

    @Test
    void areNotReachedWhileTheEventIsAGapInTheToken() {
        CompletableFuture<Void> waiting = positions.reached("messages", 10);
        positions.advance(ProjectionRun.first("messages"), GapAwareTrackingToken.newInstance(12, Set.of(10L)));
        assertThat(waiting).isNotDone();
        assertThat(positions.reached("messages", 11)).isCompleted();
        positions.advance(ProjectionRun.first("messages"), GapAwareTrackingToken.newInstance(12, Set.of()));
        assertThat(waiting).isCompleted();
    }

    @Test
    void areReachedOnceWhatIsStoredIsFound() {
        positions.advance(ProjectionRun.first("forum-search"), at(10));
        CompletableFuture<Void> waiting = positions.reached("forum-search", 10);
        assertThat(waiting).isNotDone();
        shown.complete(null);
        assertThat(waiting).isCompleted();
    }

    @Test
    void waitForTheTailOfTheLogToo() {
        positions.advance(ProjectionRun.first("messages"), at(101));
        CompletableFuture<Void> waiting = positions.reached("messages", 101);
        assertThat(waiting).isNotDone();
        positions.on(Streams.message("ann", 0, "anything"), at(101));
        assertThat(waiting).isCompleted();
    }

    @Test
    void areNotSeenWhileTheEventIsAGapForTheTail() {
        CompletableFuture<Void> waiting = positions.seen(101);
        positions.on(Streams.message("ann", 0, "anything"), GapAwareTrackingToken.newInstance(102, Set.of(101L)));
        assertThat(waiting).isNotDone();
        positions.on(Streams.message("ben", 0, "late"), GapAwareTrackingToken.newInstance(102, Set.of()));
        assertThat(waiting).isCompleted();
    }

    @Test
    void areSeenByTheTailAloneWhateverTheProjectionsDo() {
        assertThat(positions.seen(100)).isCompleted();
        CompletableFuture<Void> waiting = positions.seen(101);
        assertThat(waiting).isNotDone();
        positions.on(Streams.message("ann", 0, "anything"), at(101));
        assertThat(waiting).isCompleted();
    }

    @Test
    void goBackWhenARunBeginsAnew() {
        positions.advance(ProjectionRun.first("messages"), at(10));
        positions.advance(ProjectionRun.first("messages"), at(2));
        assertThat(positions.reached("messages", 10)).isNotDone();
        assertThat(positions.reached("messages", 2)).isCompleted();
        positions.advance(ProjectionRun.first("messages"), null);
        assertThat(positions.reached("messages", 0)).isNotDone();
    }

    @Test
    void failWithNotYetAfterTwoSeconds() {
        CompletableFuture<Void> waiting = positions.reached("messages", 10);
        assertThatThrownBy(() -> waiting.get(5, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NotYet.class);
    }

    @Test
    void releaseEveryoneWhoWaitedHoweverManyAdvanceMeanwhile() {
        List<CompletableFuture<Void>> waiting = LongStream.range(0, 100)
                .mapToObj(position -> CompletableFuture.supplyAsync(() -> positions.reached("rooms", position))
                        .thenCompose(reached -> reached))
                .toList();
        for (long position = 0; position < 100; position++) {
            positions.advance(ProjectionRun.first("rooms"), at(position));
        }
        assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
                .succeedsWithin(5, SECONDS);
    }

    @Test
    void tellHowManyEventsAProjectionIsBehind() {
        positions.advance(ProjectionRun.first("rooms"), at(40));
        assertThat(positions.lag(ProjectionRun.first("rooms"))).isEqualTo(60);
        positions.advance(ProjectionRun.first("rooms"), at(101));
        assertThat(positions.lag(ProjectionRun.first("rooms"))).isZero();
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
