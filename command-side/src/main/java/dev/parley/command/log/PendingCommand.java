package dev.parley.command.log;

import dev.parley.command.Outcome;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;

/** A command with its handler, and whoever waits for its outcome. */
record PendingCommand(CommandMessage<?> message, MessageHandler<? super CommandMessage<?>> handler, Answer answer) {

    /** Takes what became of the command: the first that it is told counts. */
    interface Answer {
        void accepted(Outcome outcome);

        void failed(Throwable failure);
    }

    String id() {
        return message.getIdentifier();
    }
}
