package dev.parley.command.node;

import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.Failures;
import dev.parley.kernel.node.RemoteFailure;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.serialization.SerializationException;

/** What comes back of a command or query that went to another node. */
public final class RemoteAnswer {
    private RemoteAnswer() {}

    /**
     * Why it failed, as if it had been handled here; {@link StoreUnavailable} where no node has answered. What cannot be
     * read is a bug, here or at the other node, and no node's absence.
     */
    public static Throwable failure(Throwable received) {
        Throwable told = Failures.told(received);
        Object details = HandlerExecutionException.resolveDetails(told).orElse(null);
        if (details instanceof RemoteFailure remote) {
            return remote.received();
        }
        return isUnreadable(told) ? told : new StoreUnavailable("No node has answered", told);
    }

    private static boolean isUnreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }
}
