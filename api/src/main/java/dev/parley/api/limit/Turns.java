package dev.parley.api.limit;

import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Lets a few long reads run at once on this node, whoever asks for them, and turns away the rest. */
public final class Turns {
    private static final int SECONDS_TO_WAIT = 5;

    private final Semaphore free;

    /** @param atOnce so many */
    public Turns(int atOnce) {
        free = new Semaphore(atOnce);
    }

    /**
     * Begins once somebody wants the answer. It has its turn until it ends, also where nobody waits for it any more.
     *
     * @return fails as too-many-requests where as many run as may
     */
    public <T> Mono<T> take(Supplier<CompletableFuture<T>> read) {
        return Mono.defer(() -> {
            if (!free.tryAcquire()) {
                return Mono.error(full());
            }
            CompletableFuture<T> begun = CompletableFuture.completedFuture(read).thenCompose(Supplier::get);
            return Mono.fromFuture(begun.whenComplete((answer, failure) -> free.release()), true);
        });
    }

    private static ProblemException full() {
        return new ProblemException(
                Problem.of(ProblemType.TOO_MANY_REQUESTS, "Others have this looked up; wait a little.")
                        .retryAfter(SECONDS_TO_WAIT));
    }
}
