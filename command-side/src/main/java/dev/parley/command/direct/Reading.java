package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.command.direct.ConversationCommand.HideConversation;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.stereotype.Component;

/** Keeps how far people have read their conversations, and which they have hidden. */
@Component
class Reading {
    private final Conversations conversations;
    private final StoredMessages messages;

    Reading(Conversations conversations, StoredMessages messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    @CommandHandler
    void handle(MarkRead command) throws Exception {
        conversations
                .ofActor(command)
                .execute(read -> read.markRead(command.actor().id()));
    }

    @CommandHandler
    void handle(MarkReadUpTo command) throws Exception {
        Aggregate<Conversation> conversation = conversations.ofActor(command);
        DirectMessageSent upTo = messages.find(command.upTo())
                .filter(message -> message.conversationId().equals(command.conversationId()))
                .orElseThrow(() -> new CommandRejected(Rejection.UNKNOWN_MESSAGE, "There is no such message here."));
        conversation.execute(read -> read.markRead(command.actor().id(), upTo));
    }

    @CommandHandler
    void handle(HideConversation command) throws Exception {
        conversations
                .ofActor(command)
                .execute(hidden -> hidden.hide(command.actor().id()));
    }
}
