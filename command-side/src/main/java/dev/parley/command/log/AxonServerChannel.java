package dev.parley.command.log;

import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.CannotStart;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.modelling.command.ConcurrencyException;

/** Asks Axon Server for events. Where it does not answer in time, or not at all, that fails with {@link StoreUnavailable}. */
class AxonServerChannel {
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final long LOOKS_EVERY_MILLIS = 50;

    private final AxonServerConnectionManager connections;
    private final AxonServerSettings settings;

    AxonServerChannel(AxonServerConnectionManager connections, AxonServerSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /**
     * Waits until it is connected, 60 s at most.
     *
     * @throws CannotStart if it is not by then
     */
    void awaitConnected() {
        AxonServerConnection connection = connections.getConnection(settings.context());
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + PATIENCE_AT_START.toNanos();
        try {
            while (!connection.isReady()) {
                if (System.nanoTime() - end > 0) {
                    throw new CannotStart("Axon Server does not answer at " + String.join(", ", settings.addresses())
                            + ": start it, give its address with parley.axon-server.addresses, and where it asks for a"
                            + " token, that with parley.axon-server.token.");
                }
                never.await(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    EventChannel events() {
        return connections.getConnection(settings.context()).eventChannel();
    }

    /** @throws ConcurrencyException where something else was stored at the place of what is to be stored */
    <T> T answer(Function<EventChannel, CompletableFuture<T>> question) {
        try {
            return question.apply(events()).get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException | RuntimeException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private static RuntimeException failure(Throwable told) {
        if (told instanceof StatusRuntimeException
                && GrpcExceptionParser.parse(told) instanceof ConcurrencyException taken) {
            return taken;
        }
        return away(told);
    }

    static StoreUnavailable away(Throwable why) {
        return new StoreUnavailable("Axon Server does not answer", why);
    }
}
