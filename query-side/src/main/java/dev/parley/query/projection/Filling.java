package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a projection, as the registry knows it.
 *
 * @param since when it came into its stage
 * @param report what its comparison with the run that was read brought up
 */
record Filling(ProjectionRun run, Purpose purpose, Stage stage, Instant since, Optional<Report> report) {
    enum Purpose {
        /** To be read once it holds all. */
        AUTOMATIC,
        /** To be read once somebody asks for that. */
        MANUAL,
        /** To be compared with, and never read. */
        VERIFICATION
    }

    enum Stage {
        /** Waits until other projections are filled. */
        QUEUED,
        /** Reads the log from its first event on. */
        FILLING,
        /** Holds all, and waits to be read. */
        READY,
        /** To be read as soon as it holds as much as the one that is. */
        SWITCHING,
        /** Is read. */
        LIVE,
        /** Was read, or compared; moves on, in case that it is wanted, until it has been kept for long enough. */
        KEPT,
        /** Is to be removed with all that it stored. */
        ENDED
    }

    static Filling first(String projection, Instant at) {
        return new Filling(ProjectionRun.first(projection), Purpose.AUTOMATIC, Stage.LIVE, at, Optional.empty());
    }

    boolean is(Stage wanted) {
        return stage == wanted;
    }

    boolean isVerification() {
        return purpose == Purpose.VERIFICATION;
    }

    /** Whether it was read before, and can be again. */
    boolean canBeReadAgain() {
        return stage == Stage.KEPT && !isVerification();
    }

    /** Whether it is on its way to being read or compared. */
    boolean isPending() {
        return switch (stage) {
            case QUEUED, FILLING, READY, SWITCHING -> true;
            case LIVE, KEPT, ENDED -> false;
        };
    }

    Filling to(Stage next, Instant at) {
        return new Filling(run, purpose, next, at, report);
    }

    Filling with(Report found) {
        return new Filling(run, purpose, stage, since, Optional.of(found));
    }
}
