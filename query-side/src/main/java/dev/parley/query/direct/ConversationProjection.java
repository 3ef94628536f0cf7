package dev.parley.query.direct;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Keeps every direct message, a head per conversation and an inbox per person. Inboxes are written last: whoever reads
 * one first finds the messages that it speaks of.
 */
@Component
@ProcessingGroup("conversations")
class ConversationProjection {
    private final Writes writes;

    ConversationProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(ConversationEvent event, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        var place = new Place(sequence, Date.from(at), token.position().orElseThrow());
        switch (event) {
            case ConversationStarted started ->
                toHead(started.conversationId(), max(DirectDocument.SEQUENCE, sequence));
            case DirectMessageSent sent -> send(sent, place);
            case ConversationRead read -> read(read, place);
            case ConversationHidden hidden -> hide(hidden, place);
        }
    }

    @ResetHandler
    void reset() {
        writes.drop(DirectDocument.COLLECTION);
        writes.drop(InboxDocument.COLLECTION);
    }

    /** @param position in the log */
    private record Place(long sequence, Date at, long position) {
        Bson readUpTo(UserId reader, long number) {
            Document mark = new Document(DirectDocument.UP_TO, number)
                    .append(DirectDocument.AT, at)
                    .append(DirectDocument.POSITION, position);
            return combine(
                    max(DirectDocument.SEQUENCE, sequence), Latest.set(DirectDocument.read(reader), sequence, mark));
        }
    }

    private void send(DirectMessageSent sent, Place place) {
        ConversationId conversation = sent.conversationId();
        UserId sender = sent.sender();
        UserId recipient = sent.recipient();
        writes.insert(
                DirectDocument.COLLECTION,
                new Document("_id", DirectDocument.id(conversation, sent.number()))
                        .append(DirectDocument.CONVERSATION, conversation.value())
                        .append(DirectDocument.NUMBER, sent.number())
                        .append(DirectDocument.SEQUENCE, place.sequence())
                        .append(DirectDocument.SENDER, sender.value())
                        .append(DirectDocument.CONTENT, sent.content().text())
                        .append(DirectDocument.AT, place.at())
                        .append(DirectDocument.POSITION, place.position()));
        toHead(conversation, combine(max(DirectDocument.LAST, sent.number()), place.readUpTo(sender, sent.number())));
        toInbox(sender, combine(lastMessage(recipient, sent.number(), place), heard(recipient, sent.heard())));
        toInbox(
                recipient,
                combine(
                        lastMessage(sender, sent.number(), place),
                        max(InboxDocument.field(sender, InboxDocument.THEIRS), sent.ordinal())));
    }

    private void read(ConversationRead read, Place place) {
        UserId reader = read.reader();
        UserId other = read.conversationId().other(reader);
        toHead(read.conversationId(), place.readUpTo(reader, read.upTo()));
        toInbox(reader, combine(happened(other, place), heard(other, read.heard())));
        toInbox(other, happened(reader, place));
    }

    private void hide(ConversationHidden hidden, Place place) {
        UserId other = hidden.conversationId().other(hidden.by());
        toHead(hidden.conversationId(), max(DirectDocument.SEQUENCE, place.sequence()));
        toInbox(hidden.by(), max(InboxDocument.field(other, InboxDocument.HIDDEN), hidden.upTo()));
    }

    private static Bson lastMessage(UserId other, long number, Place place) {
        return combine(
                Latest.set(InboxDocument.field(other, InboxDocument.LAST), number, place.at()), happened(other, place));
    }

    private static Bson happened(UserId other, Place place) {
        return max(InboxDocument.field(other, InboxDocument.POSITION), place.position());
    }

    private static Bson heard(UserId other, long count) {
        return max(InboxDocument.field(other, InboxDocument.HEARD), count);
    }

    private void toHead(ConversationId conversation, Bson change) {
        writes.add(DirectDocument.COLLECTION, conversation.value(), change);
    }

    private void toInbox(UserId person, Bson change) {
        writes.add(InboxDocument.COLLECTION, person.value(), change);
    }
}
