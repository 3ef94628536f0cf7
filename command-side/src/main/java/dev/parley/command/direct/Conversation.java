package dev.parley.command.direct;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.RepeatedCommand;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The one conversation of two people: its messages are numbered without holes, and so are each side's. {@link Writing}
 * and {@link Reading} say who may do what here. Of the messages it keeps only how many there are.
 */
@Revision("2")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Conversation {
    @AggregateIdentifier
    private ConversationId id;

    private long lastNumber;
    private Map<UserId, Side> sides = new HashMap<>();
    private HandledCommands handled = new HandledCommands();

    Conversation() {} // filled from events

    boolean started() {
        return id != null;
    }

    /** Whether this one of the two wrote the last of their messages as a moderator. */
    boolean isModerator(UserId person) {
        return side(person).moderator();
    }

    /** @throws RepeatedCommand if this command has led to a message before */
    void requireNew(String commandId) {
        if (handled.contain(commandId)) {
            throw new RepeatedCommand();
        }
    }

    void start(ConversationId conversation, UserId by, DirectText content) {
        apply(new ConversationStarted(conversation, by));
        send(by, content);
    }

    void send(UserId sender, DirectText content) {
        long ordinal = side(sender).sent() + 1;
        long heard = side(id.other(sender)).sent();
        var text = new PersonalText(sender, content.value());
        apply(new DirectMessageSent(id, lastNumber + 1, sender, ordinal, heard, text));
    }

    void markRead(UserId reader) {
        markRead(reader, lastNumber, side(id.other(reader)).sent());
    }

    void markRead(UserId reader, DirectMessageSent upTo) {
        markRead(reader, upTo.number(), upTo.sender().equals(reader) ? upTo.heard() : upTo.ordinal());
    }

    void hide(UserId by) {
        if (side(by).hidden() < lastNumber) {
            apply(new ConversationHidden(id, by, lastNumber));
        }
    }

    @EventSourcingHandler
    void on(ConversationStarted event) {
        id = event.conversationId();
    }

    @EventSourcingHandler
    void on(
            DirectMessageSent event,
            @MetaDataValue(Envelope.COMMAND) String commandId,
            @MetaDataValue(Envelope.ROLE) String role) {
        lastNumber = event.number();
        boolean moderator =
                Role.MODERATOR.label().equals(role) || Role.ADMIN.label().equals(role);
        sides.put(event.sender(), side(event.sender()).afterSending(event.ordinal(), event.number(), moderator));
        handled.add(commandId);
    }

    @EventSourcingHandler
    void on(ConversationRead event) {
        sides.put(event.reader(), side(event.reader()).afterReading(event.upTo()));
    }

    @EventSourcingHandler
    void on(ConversationHidden event) {
        sides.put(event.by(), side(event.by()).afterHiding(event.upTo()));
    }

    private void markRead(UserId reader, long upTo, long heard) {
        if (side(reader).read() < upTo) {
            apply(new ConversationRead(id, reader, upTo, heard));
        }
    }

    private Side side(UserId person) {
        return sides.getOrDefault(person, Side.NEW);
    }
}
