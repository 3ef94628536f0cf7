package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.Stores;
import dev.parley.query.projection.letter.Parked;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What moves one run on at this node, and the gate through which it reads. */
final class RunProcessor {
    private final RunLoop loop;
    private final Gate gate;
    private final Parked parked;
    private final Redelivery redelivery;

    RunProcessor(RunLoop loop, Gate gate, Parked parked, Redelivery redelivery) {
        this.loop = loop;
        this.gate = gate;
        this.parked = parked;
        this.redelivery = redelivery;
    }

    void start() {
        loop.start();
    }

    /** Completes once the last batch is done and the run's token is let go of. */
    CompletableFuture<Void> stop() {
        gate.release();
        return loop.stop();
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
            return loop.between(step).get();
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (CancellationException stopping) {
            throw new CompletionException(stopping);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopping);
        }
    }

    /** Whether it is this node that moves the run on, as it does not in a pause after a failure. */
    boolean isWorking() {
        return loop.isWorking();
    }

    /** Ends the pause after a failure. Does nothing where the run moves on. */
    void tryAgain() {
        loop.tryAgain();
    }

    /** Why the run does not move on, where its last batch failed or it has room for no more dead letters. */
    Optional<String> error() {
        if (parked.isFull()) {
            return Optional.of("It has room for no more dead letters than " + parked.count() + ": retry or skip some.");
        }
        return loop.failure().map(RunProcessor::told);
    }

    /** Nothing of what the server is made of: the node's log has the failure itself. */
    private static String told(Throwable failure) {
        return Stores.away(failure)
                ? "It waits for a store that is away."
                : "It fails and tries again. The node's log says why.";
    }
}
