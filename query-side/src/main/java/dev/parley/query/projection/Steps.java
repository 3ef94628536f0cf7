package dev.parley.query.projection;

import dev.parley.query.Stores;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is done with the runs of projections beside their batches, such as a comparison: one step after the other, and at
 * most one that waits for a projection. One that fails is taken again by whoever asked for it, about a second later.
 */
@Component
class Steps implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuilds").daemon().factory());
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Has the step taken, unless there is one of this projection. */
    void take(String projection, Runnable step) {
        if (busy.add(projection)) {
            thread.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException failure) {
                    tell(projection, failure);
                } finally {
                    busy.remove(projection);
                }
            });
        }
    }

    private static void tell(String projection, RuntimeException failure) {
        if (Hold.isLate(failure)) {
            LOG.warn("{} waits: its runs did not come to the same position in time", projection);
        } else if (Stores.away(failure) || isOver(failure.getCause())) {
            LOG.warn("{} waits: {}", projection, failure.getMessage());
        } else {
            LOG.error("{} cannot be compared, switched or taken up again", projection, failure);
        }
    }

    /** Whether this node stops, or has lost the run to another. */
    private static boolean isOver(Throwable cause) {
        return cause instanceof CancellationException || cause instanceof UnableToClaimTokenException;
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
