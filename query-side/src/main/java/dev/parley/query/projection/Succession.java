package dev.parley.query.projection;

import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.projection.Filling.Stage;
import dev.parley.query.projection.Report.DeadLetterCounts;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares a run with the one that is read, has it read in its place, and repairs one from the other. */
@Component
class Succession {
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final Registry registry;
    private final LiveVersions versions;
    private final ProjectionPositions positions;
    private final Hold hold;
    private final List<BatchSink> sinks;
    private final List<RunStore> stores;
    private final Clock clock;

    Succession(
            Registry registry,
            LiveVersions versions,
            ProjectionPositions positions,
            List<BatchSink> sinks,
            List<RunStore> stores,
            Clock clock) {
        this.registry = registry;
        this.versions = versions;
        this.positions = positions;
        this.hold = new Hold(positions);
        this.sinks = sinks;
        this.stores = stores;
        this.clock = clock;
    }

    /** Whether the other run holds about as much as the one that is read. */
    boolean isNear(Pair pair) {
        return hold.isNear(pair.other(), pair.live());
    }

    /** Compares the other run, once it is filled; and has it read at once where that is what it was filled for. */
    void compare(Pair pair, Filling filling) {
        Comparison comparison = compared(pair);
        boolean verifying = filling.isVerification();
        Report report = verifying
                ? hold.bothAtOnePlace(pair, position -> finish(filling, settled(pair, comparison, position)))
                : hold.otherAtLeast(pair, position -> finish(filling, settled(pair, comparison, position)));
        LOG.info(
                "{} holds what {} holds, but for {} documents, at {}",
                pair.other().run().name(),
                pair.live().run().name(),
                report.differing(),
                report.position());
    }

    /** Has the other run read that waits for it. */
    void take(Pair pair) {
        hold.otherAtLeast(pair, position -> {
            ProjectionRun run = pair.other().run();
            change(
                    run,
                    registered -> registered
                            .find(filling -> filling.run().equals(run) && filling.is(Stage.SWITCHING))
                            .map(wanted -> registered.switchedTo(run, clock.instant()))
                            .orElse(registered));
            return position;
        });
    }

    /**
     * Takes what differs over from the other run, so much at a time as a comparison can name; nothing where that lacks what
     * waits in its dead letters.
     */
    void repair(Pair pair) {
        long repaired = 0;
        Comparison comparison = compared(pair);
        while (!comparison.namesAll() && isWhole(pair)) {
            Comparison some = comparison;
            repaired += hold.bothAtOnePlace(pair, position -> isWhole(pair) ? some.repair() : 0L);
            comparison = compared(pair);
        }
        finishRepair(pair, comparison, repaired);
    }

    private void finishRepair(Pair pair, Comparison comparison, long before) {
        String live = pair.live().run().name();
        hold.bothAtOnePlace(pair, position -> {
            if (isWhole(pair)) {
                comparison.settle();
                Report report = report(pair, comparison, position, before + comparison.repair());
                endRepair(pair, filling -> filling.with(report));
                LOG.info("{}: {} documents repaired", live, report.repaired());
            } else {
                endRepair(pair, filling -> filling);
                LOG.warn("{} is not repaired: its replay has dead letters", live);
            }
            return position;
        });
    }

    /** Nobody goes on with what they read before: on this node at once, on the others within a second. */
    private void endRepair(Pair pair, UnaryOperator<Filling> change) {
        Registered ended = registry.change(
                pair.live().run().projection(),
                registered -> registered.change(pair.other().run(), change).repaired());
        versions.set(ended.live(), ended.repairs());
    }

    /** Whether the other run lacks nothing; while it stands still, that stays so. */
    private static boolean isWhole(Pair pair) {
        return pair.other().parked().count() == 0;
    }

    private Comparison compared(Pair pair) {
        ProjectionRun live = pair.live().run();
        ProjectionRun other = pair.other().run();
        positions.reached(other, positions.index(live)).join();
        return Comparison.of(stores, live, other, Comparison.MOST);
    }

    private Report settled(Pair pair, Comparison comparison, long position) {
        comparison.settle();
        return report(pair, comparison, position, 0);
    }

    private Report report(Pair pair, Comparison comparison, long position, long repaired) {
        return new Report(
                clock.instant(),
                position,
                comparison.places(),
                new DeadLetterCounts(
                        pair.live().parked().count(), pair.other().parked().count()),
                comparison.count(),
                comparison.keys(),
                repaired);
    }

    private Report finish(Filling filling, Report report) {
        ProjectionRun run = filling.run();
        change(
                run,
                registered -> registered
                        .find(other -> other.run().equals(run) && other.is(Stage.FILLING))
                        .map(filled -> finished(registered, filled, report))
                        .orElse(registered));
        return report;
    }

    private Registered finished(Registered registered, Filling filled, Report report) {
        ProjectionRun run = filled.run();
        return switch (filled.purpose()) {
            case AUTOMATIC ->
                report.letters().fresh() == 0
                        ? registered.change(run, f -> f.with(report)).switchedTo(run, clock.instant())
                        : ready(registered, run, report);
            case MANUAL -> ready(registered, run, report);
            case VERIFICATION -> registered.verified(run, report, clock.instant());
        };
    }

    private Registered ready(Registered registered, ProjectionRun run, Report report) {
        return registered.change(run, filling -> filling.with(report).to(Stage.READY, clock.instant()));
    }

    /** Where the run is read from then on, it is so on this node at once; the others notice within a second. */
    private void change(ProjectionRun run, UnaryOperator<Registered> change) {
        Registered changed = registry.change(run.projection(), change);
        if (changed.live().equals(run)) {
            versions.set(run, changed.repairs());
            sinks.forEach(sink -> sink.open(run));
            LOG.info("{} is read from now on", run.name());
        }
    }
}
