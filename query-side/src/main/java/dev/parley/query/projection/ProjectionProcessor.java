package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A projection as Axon starts and stops it: the processors of all its runs, of which one is read. */
final class ProjectionProcessor implements EventProcessor, Lifecycle {
    private final String projection;
    private final Function<ProjectionRun, RunProcessor> runProcessors;
    private final Consumer<ProjectionProcessor> started;
    private final Map<ProjectionRun, RunProcessor> runs = new ConcurrentHashMap<>();
    private volatile boolean running;

    /**
     * @param runProcessors makes what moves a run on
     * @param started is told when the projection is to run, and then has its runs followed
     */
    ProjectionProcessor(
            String projection,
            Function<ProjectionRun, RunProcessor> runProcessors,
            Consumer<ProjectionProcessor> started) {
        this.projection = projection;
        this.runProcessors = runProcessors;
        this.started = started;
    }

    /**
     * Has exactly these runs move on; others stop.
     *
     * @param paused they take nothing from the log
     */
    synchronized void follow(Collection<ProjectionRun> wanted, boolean paused) {
        if (!running) {
            return;
        }
        for (ProjectionRun run : wanted) {
            runs.computeIfAbsent(run, this::start).gate().pause(paused);
        }
        for (ProjectionRun run : List.copyOf(runs.keySet())) {
            if (!wanted.contains(run)) {
                runs.remove(run).stop().join();
            }
        }
    }

    /** Has the runs that there are read nothing from the log, or go on. */
    void pause(boolean now) {
        runs.values().forEach(run -> run.gate().pause(now));
    }

    /** Has the runs go on now that stand still because something failed. */
    void tryAgain() {
        runs.values().forEach(RunProcessor::tryAgain);
    }

    private RunProcessor start(ProjectionRun run) {
        RunProcessor processor = runProcessors.apply(run);
        processor.start();
        return processor;
    }

    Optional<RunProcessor> processor(ProjectionRun run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** Both runs, where both move on at this node. */
    Optional<Pair> pair(ProjectionRun live, ProjectionRun other) {
        return working(live).flatMap(first -> working(other).map(second -> new Pair(first, second)));
    }

    private Optional<RunProcessor> working(ProjectionRun run) {
        return processor(run).filter(RunProcessor::isWorking);
    }

    @Override
    public String getName() {
        return projection;
    }

    @Override
    public void start() {
        running = true;
        started.accept(this);
    }

    @Override
    public void shutDown() {
        shutdownAsync().join();
    }

    @Override
    public synchronized CompletableFuture<Void> shutdownAsync() {
        running = false;
        var stopping = new ArrayList<CompletableFuture<Void>>();
        runs.values().forEach(processor -> stopping.add(processor.stop()));
        runs.clear();
        return CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isError() {
        return runs.values().stream().anyMatch(run -> run.error().isPresent());
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return List.of();
    }

    /**
     * To no effect: a projection's handlers are called directly. What Axon registers everywhere hands on what commands and
     * events would follow from, and a projection sends none; or ends units of work that take long, which is no reason to give
     * a batch up.
     */
    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        return () -> false;
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, (Runnable) this::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }
}
