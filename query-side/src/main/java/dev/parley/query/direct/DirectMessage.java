package dev.parley.query.direct;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;

/**
 * A direct message as it is stored.
 *
 * @param position in the log
 */
record DirectMessage(DirectMessageId id, UserId sender, String content, Instant at, long position) {
    static DirectMessage of(Document stored) {
        return new DirectMessage(
                new DirectMessageId(
                        new ConversationId(stored.getString(DirectDocument.CONVERSATION)),
                        stored.getLong(DirectDocument.NUMBER),
                        stored.getLong(DirectDocument.SEQUENCE)),
                new UserId(stored.getString(DirectDocument.SENDER)),
                stored.get(DirectDocument.CONTENT, PersonalText.class).text(),
                stored.getDate(DirectDocument.AT).toInstant(),
                stored.getLong(DirectDocument.POSITION));
    }

    static DirectMessage of(PastEvent<DirectMessageSent> sent) {
        DirectMessageSent message = sent.event();
        return new DirectMessage(
                new DirectMessageId(message.conversationId(), message.number(), sent.sequence()),
                message.sender(),
                message.content().text(),
                sent.at(),
                sent.position());
    }

    DirectMessageView shown(Map<UserId, PersonView> names) {
        return new DirectMessageView(id.toString(), names.get(sender), content, at);
    }
}
