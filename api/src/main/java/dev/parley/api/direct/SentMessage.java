package dev.parley.api.direct;

import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessageView;

/** A direct message as its sender gets it, from what was recorded: no answer waits for a projection. */
public final class SentMessage {
    private SentMessage() {}

    /** @param outcome of sending the message */
    public static DirectMessageView view(Outcome outcome, Caller sender) {
        Recorded<DirectMessageSent> recorded =
                outcome.first(DirectMessageSent.class).orElseThrow();
        DirectMessageSent sent = recorded.event();
        var id = new DirectMessageId(sent.conversationId(), sent.number(), recorded.sequence());
        var person = PersonView.of(sent.sender(), sender.username().value());
        return DirectMessageView.sent(id, person, sent.content().text(), recorded.at());
    }
}
