package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.letter.Parked;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** What moves one run on at this node: a processor with threads of its own, and the gate through which it reads. */
final class RunProcessor {
    private final BatchProcessor processor;
    private final Gate gate;
    private final Parked parked;
    private final Redelivery redelivery;
    private final Threads threads;

    /**
     * What a run works on.
     *
     * @param reader takes events from the log
     * @param worker handles them
     */
    record Threads(ScheduledExecutorService reader, BatchExecutor worker) {
        void shutdown() {
            reader.shutdown();
            worker.shutdown();
        }
    }

    RunProcessor(BatchProcessor processor, Gate gate, Parked parked, Redelivery redelivery, Threads threads) {
        this.processor = processor;
        this.gate = gate;
        this.parked = parked;
        this.redelivery = redelivery;
        this.threads = threads;
    }

    void start(List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors) {
        interceptors.forEach(processor::registerHandlerInterceptor);
        processor.start();
    }

    /** Completes once the last batch is done and the run's segment is let go of. */
    CompletableFuture<Void> stop() {
        gate.release();
        return processor.shutdownAsync().whenComplete((stopped, failure) -> threads.shutdown());
    }

    ProjectionRun run() {
        return parked.run();
    }

    Gate gate() {
        return gate;
    }

    /** What the run has put aside. */
    Parked parked() {
        return parked;
    }

    /**
     * Drops what is to be skipped and handles again what is to be retried, between two batches.
     *
     * @return the streams that are to go on with {@link #redeliver}
     * @throws CompletionException what failed, or that the run stops
     */
    List<String> begin(LetterRequest request) {
        return between(() -> switch (request.kind()) {
            case RETRY_ALL -> parked.streams();
            case RETRY -> parked.streamOf(request.position()).stream().toList();
            case SKIP -> parked.skip(request.position()).stream().toList();
        });
    }

    /**
     * Goes on with these streams, and takes those away that are done, between two batches: a part of them at a time.
     *
     * @throws CompletionException what failed, or that the run stops
     */
    void redeliver(Deque<String> streams) {
        between(() -> {
            redelivery.some(streams);
            return streams;
        });
        gate.look();
    }

    private <T> T between(Callable<T> step) {
        try {
            return threads.worker().submit(step).get();
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (RejectedExecutionException stopping) {
            throw new CompletionException(stopping);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopping);
        }
    }

    /** Whether it is this node that moves the run on. */
    boolean isWorking() {
        return processor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState)
                && !processor.processingStatus().isEmpty();
    }

    /** Ends the pause after a failure, which Axon has grow up to a minute. Does nothing where the run moves on. */
    void tryAgain() {
        if (!isWorking()) {
            processor.releaseSegment(Segment.ROOT_SEGMENT.getSegmentId(), 0, TimeUnit.SECONDS);
        }
    }

    boolean isError() {
        return processor.isError();
    }

    /** Why the run does not move on, where its last batch failed or it has room for no more dead letters. */
    Optional<String> error() {
        if (parked.isFull()) {
            return Optional.of("It has room for no more dead letters than " + parked.count() + ": retry or skip some.");
        }
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> String.valueOf(status.getError()))
                .findFirst();
    }
}
