package dev.parley.query.projection;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.BatchSink;
import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.Filling.Stage;
import dev.parley.query.projection.letter.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes runs from stage to stage: fills one after the other, has what is filled compared and read, and removes what is no
 * longer wanted. Every step can be taken again: one that was cut off begins anew.
 */
@Component
class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    /** Other nodes notice within a second that a run is over. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private final Registry registry;
    private final Succession succession;
    private final Steps steps;
    private final ProjectionPositions positions;
    private final MongoDatabase database;
    private final List<BatchSink> sinks;
    private final DeadLetters letters;
    private final Duration keep;
    private final Clock clock;

    /** @param keep how long what was read before is kept, in case that it is to be read again */
    Rebuilds(
            Registry registry,
            Succession succession,
            Steps steps,
            ProjectionPositions positions,
            MongoDatabase writtenDatabase,
            List<BatchSink> sinks,
            DeadLetters letters,
            @Value("${parley.projections.keep:1h}") Duration keep,
            Clock clock) {
        this.registry = registry;
        this.succession = succession;
        this.steps = steps;
        this.positions = positions;
        this.database = writtenDatabase;
        this.sinks = sinks;
        this.letters = letters;
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * Has the one that waits longest filled, unless another is.
     *
     * @return whether there was one
     */
    boolean beginNext(Collection<Registered> all, Predicate<Registered> isWorkedHere) {
        if (all.stream().anyMatch(registered -> registered.find(Stage.FILLING).isPresent())) {
            return false;
        }
        Optional<Filling> next = all.stream()
                .filter(isWorkedHere)
                .flatMap(registered -> registered.find(Stage.QUEUED).stream())
                .min(Comparator.comparing(Filling::since));
        next.ifPresent(filling -> {
            LOG.info("{} is filled from the log's first event on", filling.run().name());
            to(filling, Stage.FILLING);
        });
        return next.isPresent();
    }

    /**
     * Takes the next step with each of the projection's runs.
     *
     * @param taken is run after a step that took its time
     */
    void moveOn(Registered registered, ProjectionProcessor processor, Runnable taken) {
        for (Filling filling : registered.fillings()) {
            switch (filling.stage()) {
                case QUEUED, READY, LIVE -> {}
                case FILLING ->
                    ifNear(registered, filling, processor, then(pair -> succession.compare(pair, filling), taken));
                case SWITCHING -> ifNear(registered, filling, processor, then(succession::take, taken));
                case KEPT -> endAfter(keep, filling);
                case ENDED -> removeAfter(NOTICED, filling);
            }
        }
        if (registered.repairing()) {
            registered
                    .verification()
                    .ifPresent(fresh -> ifNear(registered, fresh, processor, then(succession::repair, taken)));
        }
    }

    private static Consumer<Pair> then(Consumer<Pair> step, Runnable taken) {
        return step.andThen(pair -> taken.run());
    }

    private void ifNear(Registered registered, Filling filling, ProjectionProcessor processor, Consumer<Pair> step) {
        if (!registered.paused()) {
            processor
                    .pair(registered.live(), filling.run())
                    .filter(succession::isNear)
                    .ifPresent(pair -> steps.take(registered.projection(), () -> step.accept(pair)));
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
            letters.drop(run);
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
