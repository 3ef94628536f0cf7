package dev.parley.query.relations;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.live.LogListener;
import dev.parley.query.live.StreamStates;
import dev.parley.query.live.Watches;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The relations last asked for, of some thousand people: 300,000 follows and blocks in all. Each person's are read once
 * from their own stream, and kept current by the log's tail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CurrentRelations implements BlockLists, FollowLists, LogListener {
    private static final int RELATIONS = 300_000;

    private final StreamStates<Relations> relations;
    private final Watches<UserId> watches = new Watches<>();

    CurrentRelations(EventStore log) {
        this.relations = new StreamStates<>(log, Relations.NONE, Relations::after, Relations::weight, RELATIONS);
    }

    @Override
    public CompletableFuture<Set<UserId>> blockedBy(UserId person) {
        return current(person).thenApply(Relations::blocks);
    }

    @Override
    public CompletableFuture<Map<UserId, Instant>> followedBy(UserId person) {
        return current(person).thenApply(Relations::follows);
    }

    @Override
    public Runnable watch(UserId person, Runnable changed) {
        return watches.add(person, changed);
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (RelationsEvent.class.isAssignableFrom(event.getPayloadType())) {
            relations.on(event);
            tell((RelationsEvent) event.getPayload());
        }
    }

    private CompletableFuture<Relations> current(UserId person) {
        return relations.current(RelationsId.of(person).value());
    }

    private void tell(RelationsEvent event) {
        boolean blocks = switch (event) {
            case Blocked blocked -> true;
            case Unblocked unblocked -> true;
            case Followed other -> false;
            case Unfollowed other -> false;
            case Contacted other -> false;
        };
        if (blocks) {
            watches.tell(event.person());
        }
    }
}
