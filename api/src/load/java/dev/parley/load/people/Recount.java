package dev.parley.load.people;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Counts from the log what must be shown to everybody, in the plainest way there is: it keeps every message, and counts.
 * It is handed the whole log, in order.
 */
public final class Recount {
    private static final int LISTED = 50;
    private static final Comparator<Talk> NEWEST_FIRST = Comparator.<Talk, String>comparing(
                    talk -> talk.last().at())
            .thenComparing(talk -> talk.last().position())
            .reversed();

    private final Map<ConversationId, Talk> talks = new HashMap<>();
    private final Lawfulness laws = new Lawfulness();
    private final List<String> wrong = new ArrayList<>();
    private int messages;

    private record Message(long number, String id, UserId sender, String at, long position) {}

    private static final class Talk {
        private final List<Message> messages = new ArrayList<>();
        private final Map<UserId, Long> readUpTo = new HashMap<>();
        private final Map<UserId, String> readAt = new HashMap<>();
        private final Map<UserId, Long> hiddenUpTo = new HashMap<>();

        Message last() {
            return messages.getLast();
        }

        void read(UserId reader, long upTo, String at) {
            readUpTo.put(reader, upTo);
            readAt.put(reader, at);
        }

        boolean hiddenFrom(UserId person) {
            return hiddenUpTo.getOrDefault(person, 0L) >= messages.size();
        }

        long unreadBy(UserId person) {
            long read = readUpTo.getOrDefault(person, 0L);
            return messages.stream()
                    .filter(message -> !message.sender().equals(person) && message.number() > read)
                    .count();
        }
    }

    public void on(TrackedEventMessage<?> event) {
        laws.on(event).ifPresent(wrong::add);
        if (event.getPayload() instanceof ConversationEvent change) {
            Talk talk = talks.computeIfAbsent(change.conversationId(), id -> new Talk());
            String at = Facts.text(event.getTimestamp());
            switch (change) {
                case ConversationStarted started -> {}
                case DirectMessageSent sent -> send(talk, sent, event);
                case ConversationRead read -> talk.read(read.reader(), read.upTo(), at);
                case ConversationHidden hidden -> talk.hiddenUpTo.put(hidden.by(), hidden.upTo());
            }
        }
    }

    private void send(Talk talk, DirectMessageSent sent, TrackedEventMessage<?> event) {
        long number = talk.messages.size() + 1L;
        if (sent.number() != number) {
            wrong.add("message " + number + " of " + sent.conversationId() + " has the number " + sent.number());
        }
        long sequence = ((DomainEventMessage<?>) event).getSequenceNumber();
        long position = event.trackingToken().position().orElseThrow();
        String id = sent.conversationId() + "~" + number + "~" + sequence;
        String at = Facts.text(event.getTimestamp());
        talk.messages.add(new Message(number, id, sent.sender(), at, position));
        talk.read(sent.sender(), number, at);
        messages++;
    }

    public int messages() {
        return messages;
    }

    /** What should not be in the log: messages that the policy forbade where they stand, and numbers with holes. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    Facts of(UserId person) {
        Map<ConversationId, Talk> own = new HashMap<>(talks);
        own.keySet().removeIf(id -> !id.isOf(person));
        Map<ConversationId, Talk> visible = new HashMap<>(own);
        visible.entrySet()
                .removeIf(talk -> talk.getValue().hiddenFrom(person)
                        || laws.blocks(person).contains(talk.getKey().other(person)));
        List<String> inbox = visible.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(NEWEST_FIRST))
                .limit(LISTED)
                .map(talk -> entry(talk.getKey(), talk.getValue(), person))
                .toList();
        long unread = visible.values().stream()
                .mapToLong(talk -> talk.unreadBy(person))
                .sum();
        Map<String, List<String>> pages = own.entrySet().stream()
                .collect(Collectors.toMap(
                        talk -> talk.getKey().value(), talk -> page(talk.getKey(), talk.getValue(), person)));
        return new Facts(inbox, unread, ids(laws.follows(person)), ids(laws.blocks(person)), pages);
    }

    private static String entry(ConversationId id, Talk talk, UserId person) {
        return Facts.entry(id.value(), talk.last().id(), talk.last().at(), talk.unreadBy(person));
    }

    private static List<String> page(ConversationId id, Talk talk, UserId person) {
        List<String> page = new ArrayList<>();
        page.add(Facts.lastRead(talk.readAt.getOrDefault(person, ""), talk.readAt.getOrDefault(id.other(person), "")));
        talk.messages.stream()
                .skip(Math.max(0, talk.messages.size() - Facts.PAGE))
                .map(Message::id)
                .forEach(page::add);
        return page;
    }

    private static Set<String> ids(Set<UserId> people) {
        return people.stream().map(UserId::value).collect(Collectors.toUnmodifiableSet());
    }
}
