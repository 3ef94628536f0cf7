package dev.parley.command.log;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.command.StoreUnavailable;
import java.util.Optional;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.serialization.SerializationException;

/**
 * Has Axon Server route each command to the node that handles those of its aggregate. What comes back has failed as if
 * it had been handled here; where no node could be reached it has with {@link StoreUnavailable}.
 */
class RoutingBus extends AxonServerCommandBus {
    private final boolean handles;

    /** @param handles whether this node is one of those that handle commands */
    RoutingBus(Builder builder, boolean handles) {
        super(builder);
        this.handles = handles;
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        return handles ? super.subscribe(command, handler) : () -> false;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>dispatch(command, (sent, result) -> {
            if (result.isExceptional()) {
                callback.onResult(sent, asCommandResultMessage(received(result.exceptionResult())));
            } else {
                callback.onResult(sent, result);
            }
        });
    }

    private static Throwable received(Throwable failure) {
        Optional<Object> details = HandlerExecutionException.resolveDetails(Failure.told(failure));
        return details.orElse(null) instanceof RemoteFailure remote ? remote.received() : unreachable(failure);
    }

    /** What cannot be read is a bug, here or at the other node, and no node's absence. */
    private static Throwable unreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException) {
                return failure;
            }
        }
        return new StoreUnavailable("No node has answered", failure);
    }
}
