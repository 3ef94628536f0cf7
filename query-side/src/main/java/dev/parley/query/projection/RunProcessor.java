package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** What moves one run on at this node: a processor with threads of its own, and the gate through which it reads. */
final class RunProcessor {
    private final ProjectionRun run;
    private final PooledStreamingEventProcessor processor;
    private final Gate gate;
    private final List<ExecutorService> threads;

    RunProcessor(ProjectionRun run, PooledStreamingEventProcessor processor, Gate gate, List<ExecutorService> threads) {
        this.run = run;
        this.processor = processor;
        this.gate = gate;
        this.threads = threads;
    }

    void start(List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors) {
        interceptors.forEach(processor::registerHandlerInterceptor);
        processor.start();
    }

    /** Completes once the last batch is done and the run's segment is let go of. */
    CompletableFuture<Void> stop() {
        gate.release();
        return processor.shutdownAsync().whenComplete((stopped, failure) -> threads.forEach(ExecutorService::shutdown));
    }

    ProjectionRun run() {
        return run;
    }

    Gate gate() {
        return gate;
    }

    /** Whether it is this node that moves the run on. */
    boolean isWorking() {
        return processor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState)
                && !processor.processingStatus().isEmpty();
    }

    boolean isError() {
        return processor.isError();
    }

    /** Why the run does not move on, where its last batch failed. */
    Optional<String> error() {
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> String.valueOf(status.getError()))
                .findFirst();
    }
}
