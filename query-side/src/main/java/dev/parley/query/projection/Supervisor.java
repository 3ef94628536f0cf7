package dev.parley.query.projection;

import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Stores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has the runs of all projections move on, on this node, as the registry says: looks there once a second, and at once
 * when something was asked for. The node that works on the run that is read also works on the others of that projection.
 */
@Component
class Supervisor implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final ProjectionCatalog catalog;
    private final Registry registry;
    private final LiveVersions versions;
    private final ProjectionPositions positions;
    private final Rebuilds rebuilds;
    private final Retries retries;
    private final Map<String, ProjectionProcessor> processors = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projections").daemon().factory());
    private final Paces paces = new Paces(System::nanoTime);
    private volatile Map<String, Registered> known = Map.of();
    private boolean started;

    Supervisor(
            ProjectionCatalog catalog,
            Registry registry,
            LiveVersions versions,
            ProjectionPositions positions,
            Rebuilds rebuilds,
            Retries retries) {
        this.catalog = catalog;
        this.registry = registry;
        this.versions = versions;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.retries = retries;
    }

    /** Looks after this one from now on. */
    synchronized void add(ProjectionProcessor processor) {
        processors.put(processor.getName(), processor);
        if (started) {
            Optional.ofNullable(known.get(processor.getName())).ifPresent(registered -> follow(processor, registered));
        } else {
            watch();
        }
    }

    /** Learns from now on what runs there are, whether or not any of them moves on at this node. */
    synchronized void watch() {
        if (!started) {
            started = true;
            look();
            thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Has a projection stand still or go on at once, what is new about it told, and looks at what follows from it. */
    void learn(Registered changed) {
        Optional.ofNullable(processors.get(changed.projection())).ifPresent(processor -> {
            processor.pause(changed.paused());
            processor.tryAgain();
        });
        synchronized (this) {
            Map<String, Registered> all = new HashMap<>(known);
            all.put(changed.projection(), changed);
            known = all;
        }
        lookAgain();
    }

    private void lookAgain() {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The projections stop", stopping);
        }
    }

    /** All projections, in the order of their names, as they were when this node looked last. */
    Collection<Registered> known() {
        return new TreeMap<>(known).values();
    }

    /** Events that the run has taken per second lately, on this node. */
    long perSecond(ProjectionRun run) {
        return paces.perSecond(run);
    }

    /** Why the run does not move on, if its last batch failed on this node. */
    Optional<String> errorOf(ProjectionRun run) {
        return Optional.ofNullable(processors.get(run.projection()))
                .flatMap(processor -> processor.processor(run))
                .flatMap(RunProcessor::error);
    }

    /** Events that the run that is read has put aside, as this node knows. */
    long deadLetters(String projection) {
        return Optional.ofNullable(known.get(projection))
                .map(Registered::deadLetters)
                .orElse(0L);
    }

    private void look() {
        try {
            Map<String, Registered> all = registry.of(catalog.names());
            all.values().forEach(registered -> versions.set(registered.live(), registered.repairs()));
            all.values().forEach(this::moveOn);
            if (rebuilds.beginNext(all.values(), this::isWorkedHere)) {
                lookAgain();
            }
            paces.look(
                    all.values().stream()
                            .flatMap(registered -> registered.moving().stream())
                            .toList(),
                    positions::index);
            synchronized (this) {
                known = all;
            }
        } catch (RuntimeException failure) {
            if (!Stores.away(failure)) {
                LOG.error("The projections' registry", failure);
            }
        }
    }

    /** Retries come first: a run that has no room for more dead letters keeps a comparison with it from coming to an end. */
    private void moveOn(Registered registered) {
        ProjectionProcessor processor = processors.get(registered.projection());
        if (processor != null) {
            follow(processor, registered);
            if (isWorkedHere(registered)) {
                retries.moveOn(registered, processor);
                rebuilds.moveOn(registered, processor, this::lookAgain);
            }
        }
    }

    private void follow(ProjectionProcessor processor, Registered registered) {
        List<ProjectionRun> runs = isWorkedHere(registered) ? registered.moving() : List.of(registered.live());
        processor.follow(runs, registered.paused());
    }

    private boolean isWorkedHere(Registered registered) {
        return Optional.ofNullable(processors.get(registered.projection()))
                .flatMap(processor -> processor.processor(registered.live()))
                .filter(RunProcessor::isWorking)
                .isPresent();
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
