package dev.parley.query.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.live.LogListener;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Names of the 100,000 people last asked for, kept current by the log; others are read from their own stream. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownNames implements Names, LogListener {
    private static final int PEOPLE = 100_000;

    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();
    private final EventStore log;

    KnownNames(EventStore log) {
        this.log = log;
    }

    @Override
    public String of(UserId id) {
        return names.get(id.value(), this::read);
    }

    @Override
    public void on(DomainEventMessage<?> event, long position) {
        if (MemberEvent.class.isAssignableFrom(event.getPayloadType())) {
            names.asMap().computeIfPresent(event.getAggregateIdentifier(), (id, name) -> nameAfter(event, name));
        }
    }

    private String read(String id) {
        DomainEventStream life = log.readEvents(id, 0);
        String name = id;
        while (life.hasNext()) {
            name = nameAfter(life.next(), name);
        }
        return name;
    }

    private static String nameAfter(DomainEventMessage<?> event, String name) {
        return event.getPayload() instanceof MemberEvent change ? nameAfter(change, name) : name;
    }

    private static String nameAfter(MemberEvent change, String name) {
        return switch (change) {
            case MemberJoined joined -> joined.username().value();
            case MemberRenamed renamed -> renamed.username().value();
            case ZenModeSwitched other -> name;
            case ChatTabChosen other -> name;
        };
    }
}
