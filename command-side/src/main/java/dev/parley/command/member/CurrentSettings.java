package dev.parley.command.member;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.UserId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What people chose, from the log itself: exact as soon as the command that changed it has answered, on any node. */
@Component
public class CurrentSettings {
    private final EventStore events;

    CurrentSettings(EventStore events) {
        this.events = events;
    }

    /** Those of somebody who chose nothing where nobody has this id. Waits for the event store. */
    public Settings of(UserId person) {
        Member member = new Member();
        DomainEventStream life = events.readEvents(person.value());
        while (life.hasNext()) {
            member = after(member, life.next());
        }
        return member.settings();
    }

    /** A stream begins with its snapshot, where there is one. What only a newer server knows is passed over. */
    private static Member after(Member member, DomainEventMessage<?> message) {
        if (message.getPayload() instanceof Member snapshot) {
            return snapshot;
        }
        if (message.getPayload() instanceof MemberEvent event) {
            member.on(event, message.getTimestamp());
        }
        return member;
    }
}
