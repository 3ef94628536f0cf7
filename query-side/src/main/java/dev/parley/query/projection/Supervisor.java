package dev.parley.query.projection;

import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Rebuilds rebuilds;
    private final Map<String, ProjectionProcessor> processors = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projections").daemon().factory());
    private volatile Map<String, Registered> known = Map.of();
    private boolean started;

    Supervisor(ProjectionCatalog catalog, Registry registry, LiveVersions versions, Rebuilds rebuilds) {
        this.catalog = catalog;
        this.registry = registry;
        this.versions = versions;
        this.rebuilds = rebuilds;
    }

    /** Looks after this one from now on. */
    synchronized void add(ProjectionProcessor processor) {
        processors.put(processor.getName(), processor);
        if (started) {
            Optional.ofNullable(known.get(processor.getName())).ifPresent(registered -> follow(processor, registered));
        } else {
            started = true;
            look();
            thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Looks now. */
    void wake() {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The projections stop", stopping);
        }
    }

    private void look() {
        try {
            known = registry.of(catalog.names());
            known.values().forEach(registered -> versions.set(registered.live()));
            known.values().forEach(this::moveOn);
            rebuilds.beginNext(known.values(), this::isWorkedHere);
        } catch (RuntimeException failure) {
            if (!Stores.away(failure)) {
                LOG.error("The projections' registry", failure);
            }
        }
    }

    private void moveOn(Registered registered) {
        ProjectionProcessor processor = processors.get(registered.projection());
        if (processor != null) {
            follow(processor, registered);
            if (isWorkedHere(registered)) {
                rebuilds.moveOn(registered, processor);
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
        rebuilds.stop();
    }
}
