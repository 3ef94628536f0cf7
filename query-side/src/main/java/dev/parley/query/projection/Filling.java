package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One run of a projection, as the registry knows it.
 *
 * @param since when it came into its stage
 * @param report what its comparison with the run that was read brought up
 * @param letters events that it could not handle, and what is to be done about them
 */
record Filling(
        ProjectionRun run, Purpose purpose, Stage stage, Instant since, Optional<Report> report, Letters letters) {
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
        return queued(ProjectionRun.first(projection), Purpose.AUTOMATIC, at).to(Stage.LIVE, at);
    }

    static Filling queued(ProjectionRun run, Purpose purpose, Instant at) {
        return new Filling(run, purpose, Stage.QUEUED, at, Optional.empty(), Letters.NONE);
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

    /** Whether it takes events from the log. */
    boolean isMoving() {
        return switch (stage) {
            case FILLING, READY, SWITCHING, LIVE, KEPT -> true;
            case QUEUED, ENDED -> false;
        };
    }

    /** Whether it would be read but for its dead letters, and so waits for somebody to ask for that. */
    boolean isHeldBack() {
        return stage == Stage.READY && purpose == Purpose.AUTOMATIC;
    }

    Filling to(Stage next, Instant at) {
        return new Filling(run, purpose, next, at, report, letters);
    }

    Filling with(Report found) {
        return new Filling(run, purpose, stage, since, Optional.of(found), letters);
    }

    Filling with(Letters now) {
        return new Filling(run, purpose, stage, since, report, now);
    }

    Filling asked(LetterRequest request) {
        return isMoving() ? with(letters.asked(request)) : this;
    }

    Filling without(Collection<LetterRequest> done) {
        return with(letters.without(done));
    }
}
