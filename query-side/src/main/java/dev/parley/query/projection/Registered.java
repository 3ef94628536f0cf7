package dev.parley.query.projection;

import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.Filling.Purpose;
import dev.parley.query.projection.Filling.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A projection's runs, as all nodes see them.
 *
 * @param newest version of the newest run there ever was: none is used twice
 * @param paused nothing is read from the log; never so of the projection that has the others know what is asked of them
 * @param repairing what the last verification found is to be repaired
 * @param repairs how often something was, so that nobody goes on with what they read before
 * @param since when the registry came to know the projection
 * @param applied position of the last event that was applied
 */
record Registered(
        String projection,
        int newest,
        boolean paused,
        boolean repairing,
        long repairs,
        Instant since,
        long applied,
        List<Filling> fillings) {
    Registered {
        paused = paused && !projection.equals(Operations.PROJECTION);
    }

    static Registered first(String projection, Instant at) {
        return new Registered(projection, 1, false, false, 0, at, -1, List.of(Filling.first(projection, at)));
    }

    /** What is read. */
    ProjectionRun live() {
        return find(filling -> filling.is(Stage.LIVE)).orElseThrow().run();
    }

    /** How many events the run that is read has put aside. */
    long deadLetters() {
        return find(Stage.LIVE).orElseThrow().letters().count();
    }

    Optional<Filling> find(Predicate<Filling> wanted) {
        return fillings.stream().filter(wanted).findFirst();
    }

    Optional<Filling> find(Stage stage) {
        return find(filling -> filling.is(stage));
    }

    /** What a rollback would bring back: never a version later than the one that is read. */
    Optional<Filling> previous() {
        return find(filling -> filling.canBeReadAgain() && !isLater(filling));
    }

    /** What a switch would have read: what is ready, or else what a rollback went back from. */
    Optional<Filling> next() {
        return find(Stage.READY).or(() -> find(filling -> filling.canBeReadAgain() && isLater(filling)));
    }

    private boolean isLater(Filling filling) {
        return filling.run().version() > live().version();
    }

    Optional<Filling> verification() {
        return find(filling -> filling.is(Stage.KEPT) && filling.isVerification());
    }

    /** Those that move on. */
    List<ProjectionRun> moving() {
        return fillings.stream().filter(Filling::isMoving).map(Filling::run).toList();
    }

    /**
     * After what an operator asked for, unless that was applied before, or is older than the registry. What cannot be
     * done (any more) changes nothing.
     *
     * @param position of the event
     */
    Registered on(ProjectionEvent event, long position, Instant at) {
        if (position <= applied || at.isBefore(since)) {
            return this;
        }
        Registered changed = switch (event) {
            case RebuildRequested rebuild -> queue(rebuild.manual() ? Purpose.MANUAL : Purpose.AUTOMATIC, at);
            case VerificationRequested verification -> queue(Purpose.VERIFICATION, at);
            case RepairRequested repair -> repairing(verification().isPresent());
            case SwitchRequested wanted -> switching(next(), at);
            case RollbackRequested wanted -> switching(previous(), at);
            case RebuildCancelled cancelled -> change(Filling::isPending, f -> f.to(Stage.ENDED, at));
            case ProjectionPaused paused -> paused(true);
            case ProjectionResumed resumed -> paused(false);
            case RetryRequested retry -> retrying(retry, position);
            case SkipRequested skip ->
                change(
                        run(skip.letter()),
                        f -> f.asked(LetterRequest.skip(skip.letter().position(), position)));
        };
        return new Registered(
                projection,
                changed.newest,
                changed.paused,
                changed.repairing,
                repairs,
                since,
                position,
                changed.fillings);
    }

    private Registered switching(Optional<Filling> wanted, Instant at) {
        return wanted.map(found -> change(found.run(), filling -> filling.to(Stage.SWITCHING, at)))
                .orElse(this);
    }

    private Registered retrying(RetryRequested retry, long position) {
        return retry.letter()
                .map(letter -> change(run(letter), f -> f.asked(LetterRequest.retry(letter.position(), position))))
                .orElseGet(() -> change(filling -> true, f -> f.asked(LetterRequest.retryAll(position))));
    }

    private ProjectionRun run(LetterId letter) {
        return new ProjectionRun(projection, letter.version());
    }

    private Registered queue(Purpose purpose, Instant at) {
        if (find(Filling::isPending).isPresent()) {
            return this;
        }
        var next = Filling.queued(new ProjectionRun(projection, newest + 1), purpose, at);
        return with(
                newest + 1, Stream.concat(fillings.stream(), Stream.of(next)).toList());
    }

    /** With this run read, and the one that was read before kept in place of any that was kept so far. */
    Registered switchedTo(ProjectionRun run, Instant at) {
        ProjectionRun before = live();
        return change(Filling::canBeReadAgain, filling -> filling.to(Stage.ENDED, at))
                .change(before, filling -> filling.to(Stage.KEPT, at))
                .change(run, filling -> filling.to(Stage.LIVE, at));
    }

    /** With the run's comparison ended, which it was filled for; kept in place of any that was compared before. */
    Registered verified(ProjectionRun run, Report report, Instant at) {
        return change(
                        Filling::isVerification,
                        filling -> filling.is(Stage.KEPT) ? filling.to(Stage.ENDED, at) : filling)
                .change(run, filling -> filling.with(report).to(Stage.KEPT, at));
    }

    Registered change(ProjectionRun run, UnaryOperator<Filling> change) {
        return change(filling -> filling.run().equals(run), change);
    }

    Registered without(ProjectionRun run) {
        return with(
                newest,
                fillings.stream().filter(filling -> !filling.run().equals(run)).toList());
    }

    Registered repairing(boolean asked) {
        return new Registered(projection, newest, paused, asked, repairs, since, applied, fillings);
    }

    /** With nothing more to be repaired, after something may have been. */
    Registered repaired() {
        return new Registered(projection, newest, paused, false, repairs + 1, since, applied, fillings);
    }

    private Registered paused(boolean now) {
        return new Registered(projection, newest, now, repairing, repairs, since, applied, fillings);
    }

    private Registered change(Predicate<Filling> which, UnaryOperator<Filling> change) {
        return with(
                newest,
                fillings.stream()
                        .map(filling -> which.test(filling) ? change.apply(filling) : filling)
                        .toList());
    }

    private Registered with(int newestNow, List<Filling> now) {
        return new Registered(projection, newestNow, paused, repairing, repairs, since, applied, now);
    }
}
