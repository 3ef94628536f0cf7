package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/**
 * Keeps every direct message, a head per conversation and an inbox per person. Inboxes are written last: whoever reads
 * one first finds the messages that it speaks of.
 */
@Projection(
        name = "conversations",
        collections = {DirectDocument.COLLECTION, InboxDocument.COLLECTION})
class ConversationProjection {
    private final Writes writes;

    ConversationProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(ConversationEvent event, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        var place = new Place(sequence, Date.from(at), token.position().orElseThrow());
        toHead(event.conversationId(), new Document(DirectDocument.SEQUENCE, sequence));
        switch (event) {
            case DirectMessageSent sent -> send(sent, place);
            case ConversationRead read -> read(read, place);
            case ConversationHidden hidden -> hide(hidden);
            case ConversationStarted other -> {}
        }
    }

    /** @param position in the log */
    private record Place(long sequence, Date at, long position) {
        Document readUpTo(UserId reader, long number) {
            Document mark = new Document(DirectDocument.UP_TO, number)
                    .append(DirectDocument.AT, at)
                    .append(DirectDocument.POSITION, position);
            return new Document(DirectDocument.read(reader), Latest.of(sequence, mark));
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
                        .append(DirectDocument.CONTENT, sent.content())
                        .append(DirectDocument.AT, place.at())
                        .append(DirectDocument.POSITION, place.position()));
        toHead(conversation, place.readUpTo(sender, sent.number()).append(DirectDocument.LAST, sent.number()));
        Document last = Latest.of(sent.number(), place.at());
        toInbox(sender, recipient, InboxDocument.LAST, last);
        toInbox(sender, recipient, InboxDocument.HEARD, sent.heard());
        toInbox(recipient, sender, InboxDocument.LAST, last);
        toInbox(recipient, sender, InboxDocument.THEIRS, sent.ordinal());
        happened(conversation, place);
    }

    private void read(ConversationRead read, Place place) {
        UserId reader = read.reader();
        toHead(read.conversationId(), place.readUpTo(reader, read.upTo()));
        toInbox(reader, read.conversationId().other(reader), InboxDocument.HEARD, read.heard());
        happened(read.conversationId(), place);
    }

    private void hide(ConversationHidden hidden) {
        UserId other = hidden.conversationId().other(hidden.by());
        toInbox(hidden.by(), other, InboxDocument.HIDDEN, hidden.upTo());
    }

    private void happened(ConversationId conversation, Place place) {
        conversation
                .people()
                .forEach(person ->
                        toInbox(person, conversation.other(person), InboxDocument.POSITION, place.position()));
    }

    private void toHead(ConversationId conversation, Document fields) {
        writes.raise(DirectDocument.COLLECTION, conversation.value(), fields);
    }

    private void toInbox(UserId person, UserId other, String field, Object value) {
        writes.raise(InboxDocument.COLLECTION, person.value(), new Document(InboxDocument.field(other, field), value));
    }
}
