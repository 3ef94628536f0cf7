package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Finds conversations for those whose they are. */
@Component
class Conversations {
    private final Repository<Conversation> conversations;

    Conversations(Repository<Conversation> conversations) {
        this.conversations = conversations;
    }

    /** Begun or not. */
    Aggregate<Conversation> any(ConversationId id) throws Exception {
        return conversations.loadOrCreate(id.value(), Conversation::new);
    }

    /**
     * The conversation that the command is about, which has begun.
     *
     * @throws CommandRejected as {@code NOT_ALLOWED} for services, as {@code UNKNOWN_CONVERSATION} if there is none or
     *     it is other people's: the answer does not tell which
     */
    Aggregate<Conversation> ofActor(ConversationCommand command) throws Exception {
        requirePerson(command.actor());
        requireKnown(command.conversationId().isOf(command.actor().id()));
        Aggregate<Conversation> conversation = any(command.conversationId());
        requireKnown(conversation.invoke(Conversation::started));
        return conversation;
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} for services */
    static void requirePerson(Actor actor) {
        CommandRejected.unless(
                !actor.isService(), Rejection.NOT_ALLOWED, "A service is no person, and converses with nobody.");
    }

    private static void requireKnown(boolean known) {
        CommandRejected.unless(known, Rejection.UNKNOWN_CONVERSATION, "You have no such conversation.");
    }
}
