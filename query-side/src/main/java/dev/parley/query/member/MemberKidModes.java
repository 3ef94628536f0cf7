package dev.parley.query.member;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.UserId;
import dev.parley.query.KidModes;
import dev.parley.query.live.LogListener;
import dev.parley.query.live.StreamStates;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Kid modes of the 100,000 people last asked for: each read once from the person's own stream, and kept current by the
 * log's tail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MemberKidModes implements KidModes, LogListener {
    private static final int PEOPLE = 100_000;

    private final StreamStates<KidMode> kidModes;

    MemberKidModes(EventStore log) {
        this.kidModes = new StreamStates<>(log, KidMode.OFF, KidMode::after, kidMode -> 1, PEOPLE);
    }

    @Override
    public CompletableFuture<Boolean> isKid(UserId person) {
        return kidModes.current(person.value()).thenApply(KidMode::on);
    }

    @Override
    public void on(DomainEventMessage<?> event, long position) {
        if (MemberEvent.class.isAssignableFrom(event.getPayloadType())) {
            kidModes.on(event);
        }
    }
}
