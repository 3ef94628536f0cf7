package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.command.Contacts;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.stereotype.Component;

/**
 * Sends direct messages. A conversation that begins and the sender's count of those change together, in one unit of
 * work; everything is decided before anything is applied, and what is refused counts for nothing.
 */
@Component
class Writing {
    private final Conversations conversations;
    private final Correspondence correspondence;
    private final Contacts contacts;
    private final MessageBudget messages;
    private final Clock clock;

    Writing(
            Conversations conversations,
            Correspondence correspondence,
            Contacts contacts,
            MessageBudget messages,
            Clock clock) {
        this.conversations = conversations;
        this.correspondence = correspondence;
        this.contacts = contacts;
        this.messages = messages;
        this.clock = clock;
    }

    @CommandHandler
    void handle(WriteTo command, @MessageIdentifier String commandId) throws Exception {
        Conversations.requirePerson(command.actor());
        Aggregate<Conversation> conversation = conversations.any(command.conversationId());
        conversation.execute(begun -> begun.requireNew(commandId));
        if (conversation.invoke(Conversation::started)) {
            goOn(conversation, command.actor(), command.recipient(), command.content());
        } else {
            begin(conversation, command);
        }
    }

    @CommandHandler
    void handle(Reply command, @MessageIdentifier String commandId) throws Exception {
        Aggregate<Conversation> conversation = conversations.ofActor(command);
        conversation.execute(begun -> begun.requireNew(commandId));
        UserId recipient = command.conversationId().other(command.actor().id());
        goOn(conversation, command.actor(), recipient, command.content());
    }

    private void goOn(Aggregate<Conversation> conversation, Actor sender, UserId recipient, DirectText content) {
        boolean toModerator = conversation.invoke(begun -> begun.isModerator(recipient));
        correspondence.requireMayGoOn(sender, recipient, toModerator);
        messages.take(sender.id());
        conversation.execute(begun -> begun.send(sender.id(), content));
    }

    private void begin(Aggregate<Conversation> conversation, WriteTo command) throws Exception {
        UserId sender = command.actor().id();
        UserId recipient = command.recipient();
        Standing own = correspondence.standingOf(sender);
        requireJoined(own);
        Standing theirs = correspondence.standingOf(recipient);
        requireJoined(theirs);
        CommandRejected.unless(!theirs.erased(), Rejection.UNKNOWN_USER, "Nobody is called that any more.");
        Ties ties = contacts.hold(sender);
        correspondence.requireMayBegin(command.actor(), recipient, ties);
        ConversationBudget.requireRoom(own, ties.contacts(), clock.instant());
        conversation.execute(unbegun -> unbegun.start(command.conversationId(), sender, command.content()));
        contacts.add(sender, recipient);
    }

    private static void requireJoined(Standing person) {
        CommandRejected.unless(person.joined(), Rejection.UNKNOWN_USER, "Nobody with this id has come yet.");
    }
}
