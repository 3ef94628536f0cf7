package dev.parley.query.projection;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.Stores;
import dev.parley.query.projection.Filling.Purpose;
import dev.parley.query.projection.Filling.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes runs from stage to stage: fills one after the other, compares what is filled with what is read, has it read in its
 * place, and removes what is no longer wanted. Every step can be taken again: one that was cut off begins anew.
 */
@Component
class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int TRIES = 5;
    /** Other nodes notice within a second that a run is over. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private final Registry registry;
    private final LiveVersions versions;
    private final ProjectionPositions positions;
    private final Hold hold;
    private final MongoDatabase database;
    private final List<BatchSink> sinks;
    private final List<RunStore> stores;
    private final Duration keep;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuilds").daemon().factory());
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @param keep how long what was read before is kept, in case that it is to be read again */
    Rebuilds(
            Registry registry,
            LiveVersions versions,
            ProjectionPositions positions,
            MongoDatabase writtenDatabase,
            List<BatchSink> sinks,
            List<RunStore> stores,
            @Value("${parley.projections.keep:1h}") Duration keep,
            Clock clock) {
        this.registry = registry;
        this.versions = versions;
        this.positions = positions;
        this.hold = new Hold(positions);
        this.database = writtenDatabase;
        this.sinks = sinks;
        this.stores = stores;
        this.keep = keep;
        this.clock = clock;
    }

    /** Has the one that waits longest filled, unless another is. */
    void beginNext(Collection<Registered> all, Predicate<Registered> isWorkedHere) {
        if (all.stream().noneMatch(registered -> registered.find(Stage.FILLING).isPresent())) {
            all.stream()
                    .filter(isWorkedHere)
                    .flatMap(registered -> registered.find(Stage.QUEUED).stream())
                    .min(Comparator.comparing(Filling::since))
                    .ifPresent(next -> {
                        LOG.info(
                                "{} is filled from the log's first event on",
                                next.run().name());
                        to(next, Stage.FILLING);
                    });
        }
    }

    /** Takes the next step with each of the projection's runs. */
    void moveOn(Registered registered, ProjectionProcessor processor) {
        for (Filling filling : registered.fillings()) {
            switch (filling.stage()) {
                case QUEUED, READY, LIVE -> {}
                case FILLING -> ifNear(registered, filling, processor, pair -> compare(pair, filling));
                case SWITCHING -> ifNear(registered, filling, processor, pair -> switchTo(pair, filling));
                case KEPT -> endAfter(keep, filling);
                case ENDED -> removeAfter(NOTICED, filling);
            }
        }
        if (registered.repairing()) {
            registered.verification().ifPresent(fresh -> ifNear(registered, fresh, processor, this::repair));
        }
    }

    void stop() {
        thread.shutdown();
    }

    /** The run that is read, and one that holds about as much. */
    private record Pair(RunProcessor live, RunProcessor fresh) {}

    private interface Step {
        void take(Pair pair);
    }

    private void ifNear(Registered registered, Filling filling, ProjectionProcessor processor, Step step) {
        if (registered.paused()) {
            return;
        }
        processor
                .processor(registered.live())
                .ifPresent(live -> processor
                        .processor(filling.run())
                        .filter(fresh -> fresh.isWorking() && hold.isNear(fresh, live))
                        .ifPresent(fresh -> submit(registered.projection(), () -> step.take(new Pair(live, fresh)))));
    }

    /** One step at a time for a projection; one that fails is taken again a second later. */
    private void submit(String projection, Runnable step) {
        if (busy.add(projection)) {
            thread.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException failure) {
                    if (Stores.away(failure)) {
                        LOG.warn("{} waits: {}", projection, failure.getMessage());
                    } else {
                        LOG.error("{} cannot be compared or switched", projection, failure);
                    }
                } finally {
                    busy.remove(projection);
                }
            });
        }
    }

    private void compare(Pair pair, Filling filling) {
        positions
                .reached(pair.fresh().run(), positions.index(pair.live().run()))
                .join();
        var comparison = new Comparison(stores, pair.live().run(), pair.fresh().run());
        Report report = held(pair, position -> {
            comparison.settle();
            Report found = report(comparison, position, 0);
            finish(filling, found);
            return found;
        });
        LOG.info(
                "{} holds what {} holds, but for {} documents, at {}",
                pair.fresh().run().name(),
                pair.live().run().name(),
                report.differing(),
                report.position());
    }

    private Report report(Comparison comparison, long position, long repaired) {
        return new Report(
                clock.instant(), position, comparison.places(), comparison.count(), comparison.keys(), repaired);
    }

    private void finish(Filling filling, Report report) {
        ProjectionRun run = filling.run();
        registry.change(run.projection(), registered -> {
            if (registered
                    .find(other -> other.run().equals(run) && other.is(Stage.FILLING))
                    .isEmpty()) {
                return registered;
            }
            return switch (filling.purpose()) {
                case AUTOMATIC -> registered.change(run, f -> f.with(report)).switchedTo(run, clock.instant());
                case MANUAL -> registered.change(run, f -> f.with(report).to(Stage.READY, clock.instant()));
                case VERIFICATION -> registered.verified(run, report, clock.instant());
            };
        });
        if (filling.purpose() == Purpose.AUTOMATIC) {
            open(run);
        }
    }

    private void switchTo(Pair pair, Filling filling) {
        held(pair, position -> {
            ProjectionRun run = filling.run();
            registry.change(
                    run.projection(),
                    registered -> registered.find(Stage.SWITCHING).isPresent()
                            ? registered.switchedTo(run, clock.instant())
                            : registered);
            open(run);
            return position;
        });
    }

    /** Has it read on this node; the others notice within a second, and read what is kept until then. */
    private void open(ProjectionRun run) {
        if (registry.change(run.projection(), registered -> registered).live().equals(run)) {
            versions.set(run);
            sinks.forEach(sink -> sink.open(run));
            LOG.info("{} is read from now on", run.name());
        }
    }

    private void repair(Pair pair) {
        var comparison = new Comparison(stores, pair.live().run(), pair.fresh().run());
        held(pair, position -> {
            comparison.settle();
            Report report = report(comparison, position, comparison.repair());
            registry.change(
                    pair.live().run().projection(),
                    registered -> registered
                            .change(pair.fresh().run(), filling -> filling.with(report))
                            .repairing(false));
            LOG.info("{}: {} documents repaired", pair.live().run().name(), report.repaired());
            return report;
        });
    }

    /** With both held at one position; where the one that is read does not get there, with the other alone. */
    private <T> T held(Pair pair, LongFunction<T> action) {
        for (int tried = 1; ; tried++) {
            try {
                return hold.at(pair.live(), pair.fresh(), tried < TRIES, action);
            } catch (CompletionException late) {
                if (tried == TRIES || !Hold.isLate(late)) {
                    throw late;
                }
            }
        }
    }

    private void endAfter(Duration time, Filling filling) {
        if (filling.since().plus(time).isBefore(clock.instant())) {
            to(filling, Stage.ENDED);
        }
    }

    private void removeAfter(Duration time, Filling filling) {
        if (filling.since().plus(time).isBefore(clock.instant())) {
            ProjectionRun run = filling.run();
            sinks.forEach(sink -> sink.drop(run));
            ReadModelTokens.forget(database, run);
            positions.forget(run);
            registry.change(run.projection(), registered -> registered.without(run));
            LOG.info("{} is removed", run.name());
        }
    }

    private void to(Filling filling, Stage next) {
        registry.change(
                filling.run().projection(),
                registered -> registered.change(
                        filling.run(), same -> same.is(filling.stage()) ? same.to(next, clock.instant()) : same));
    }
}
