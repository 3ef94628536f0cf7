package dev.parley.query.relations;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/** Whom one person follows, since when to the millisecond, and whom they block. */
record Relations(Map<UserId, Instant> follows, Set<UserId> blocks) {
    static final Relations NONE = new Relations(Map.of(), Set.of());

    Relations {
        follows = Map.copyOf(follows);
        blocks = Set.copyOf(blocks);
    }

    Relations after(DomainEventMessage<?> event) {
        return after((RelationsEvent) event.getPayload(), event.getTimestamp());
    }

    /** @param at when the event happened */
    Relations after(RelationsEvent event, Instant at) {
        return switch (event) {
            case Followed followed -> following(followed.other(), at);
            case Unfollowed unfollowed -> notFollowing(unfollowed.other());
            case Blocked blocked -> blocking(blocked.other());
            case Unblocked unblocked -> notBlocking(unblocked.other());
            case Contacted other -> this;
        };
    }

    int weight() {
        return 1 + follows.size() + blocks.size();
    }

    private Relations following(UserId other, Instant since) {
        Map<UserId, Instant> all = new HashMap<>(follows);
        all.put(other, since.truncatedTo(ChronoUnit.MILLIS));
        return new Relations(all, blocks);
    }

    private Relations notFollowing(UserId other) {
        Map<UserId, Instant> all = new HashMap<>(follows);
        all.remove(other);
        return new Relations(all, blocks);
    }

    private Relations blocking(UserId other) {
        Set<UserId> all = new HashSet<>(blocks);
        all.add(other);
        return new Relations(follows, all);
    }

    private Relations notBlocking(UserId other) {
        Set<UserId> all = new HashSet<>(blocks);
        all.remove(other);
        return new Relations(follows, all);
    }
}
