package dev.parley.command.node;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that this node handles for others: failures are answered as {@link HandlerFailure}. */
public class HandlingBus implements CommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(HandlingBus.class);

    private final CommandBus handling;

    public HandlingBus(CommandBus handling) {
        this.handling = handling;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, NoOpCallback.INSTANCE);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        handling.<C, R>dispatch(command, (sent, result) -> {
            if (result.isExceptional()) {
                callback.onResult(sent, asCommandResultMessage(told(sent, result.exceptionResult())));
            } else {
                callback.onResult(sent, result);
            }
        });
    }

    private static Throwable told(CommandMessage<?> command, Throwable failure) {
        HandlerFailure remote = HandlerFailure.of(failure);
        if (remote instanceof HandlerFailure.Bug) {
            LOG.error("{} failed for another node", command.getCommandName(), failure);
        }
        // Axon takes the details of this exception along, and of no other
        return new CommandExecutionException(String.valueOf(failure.getMessage()), failure, remote);
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        return handling.subscribe(command, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return handling.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return handling.registerDispatchInterceptor(interceptor);
    }
}
