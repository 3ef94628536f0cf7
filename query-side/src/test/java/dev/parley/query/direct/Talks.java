package dev.parley.query.direct;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** A log of conversations, with messages numbered as the command side numbers them, and a second between two events. */
public final class Talks {
    private final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();
    private final Map<ConversationId, Talk> talks = new HashMap<>();

    private static final class Talk {
        private long sequence;
        private long number;
        private final Map<UserId, Long> sent = new HashMap<>();

        long sentBy(UserId person) {
            return sent.getOrDefault(person, 0L);
        }
    }

    /** Sends a message, and begins the conversation with it if there is none. */
    public Talks say(UserId sender, UserId recipient, String text) {
        ConversationId id = ConversationId.of(sender, recipient);
        if (!talks.containsKey(id)) {
            append(id, new ConversationStarted(id, sender));
        }
        Talk talk = talks.get(id);
        long ordinal = talk.sent.merge(sender, 1L, Long::sum);
        return append(
                id,
                new DirectMessageSent(
                        id, ++talk.number, sender, ordinal, talk.sentBy(recipient), new PersonalText(sender, text)));
    }

    /** Has somebody read everything. */
    public Talks read(UserId reader, UserId other) {
        ConversationId id = ConversationId.of(reader, other);
        Talk talk = talks.get(id);
        return append(id, new ConversationRead(id, reader, talk.number, talk.sentBy(other)));
    }

    Talks hide(UserId by, UserId other) {
        ConversationId id = ConversationId.of(by, other);
        return append(id, new ConversationHidden(id, by, talks.get(id).number));
    }

    private Talks append(ConversationId id, ConversationEvent event) {
        Talk talk = talks.computeIfAbsent(id, key -> new Talk());
        long position = log.size();
        log.add(Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        "Test",
                        id.value(),
                        talk.sequence++,
                        event,
                        MetaData.emptyInstance(),
                        "event" + position,
                        Streams.START.plusSeconds(position))));
        return this;
    }

    public List<GenericTrackedDomainEventMessage<?>> all() {
        return List.copyOf(log);
    }

    public Stream<GenericTrackedDomainEventMessage<?>> from(long position) {
        return all().stream().skip(position);
    }

    /** Place of the last event. */
    long position() {
        return log.size() - 1L;
    }
}
