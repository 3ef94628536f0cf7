package dev.parley.command.node;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.command.StoreUnavailable;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;

/**
 * Has Axon Server route each command to the node that handles those of its aggregate. What comes back has failed as if
 * it had been handled here; where no node could be reached it has with {@link StoreUnavailable}.
 */
public class RoutingBus extends AxonServerCommandBus {
    private final boolean handles;

    /** @param handles whether this node is one of those that handle commands */
    public RoutingBus(Builder builder, boolean handles) {
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
                callback.onResult(sent, asCommandResultMessage(RemoteAnswer.failure(result.exceptionResult())));
            } else {
                callback.onResult(sent, result);
            }
        });
    }
}
