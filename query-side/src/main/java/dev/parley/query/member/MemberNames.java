package dev.parley.query.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.live.LogListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Names of the 100,000 people last asked for: each read once from the person's own stream, and kept current by the log's
 * tail. Every name carries its place in that stream, so that a read that was overtaken by the tail changes nothing.
 */
@Component
@Order(LogListener.STATES)
class MemberNames implements Names, LogListener {
    private static final int PEOPLE = 100_000;
    /** Of somebody whose stream says nothing of a name. */
    private static final long NEVER = -1;

    private final EventStore log;
    private final Executor readers = task -> Thread.ofVirtual().name("names").start(task);
    private final Cache<UserId, Named> names =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();
    private final AtomicLong renames = new AtomicLong();

    MemberNames(EventStore log) {
        this.log = log;
    }

    /** @param since place of the event that gave the name */
    private record Named(PersonView person, long since) {
        Named later(Named other) {
            return other.since > since ? other : this;
        }
    }

    @Override
    public PersonView person(UserId id) {
        Named known = names.getIfPresent(id);
        return (known == null ? remember(id, read(id)) : known).person();
    }

    @Override
    public CompletableFuture<Map<UserId, PersonView>> people(Set<UserId> ids) {
        Map<UserId, PersonView> people = new HashMap<>();
        names.getAllPresent(ids).forEach((id, named) -> people.put(id, named.person()));
        return people.size() == ids.size() ? CompletableFuture.completedFuture(people) : withLog(ids, people);
    }

    private CompletableFuture<Map<UserId, PersonView>> withLog(Set<UserId> ids, Map<UserId, PersonView> known) {
        var unknown = ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> CompletableFuture.supplyAsync(() -> Map.entry(id, person(id)), readers))
                .toList();
        return CompletableFuture.allOf(unknown.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    unknown.forEach(
                            read -> known.put(read.join().getKey(), read.join().getValue()));
                    return known;
                });
    }

    @Override
    public long renames() {
        return renames.get();
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberEvent.class.isAssignableFrom(event.getPayloadType())) {
            named(event).ifPresent(named -> {
                remember(new UserId(named.person().id()), named);
                if (event.getSequenceNumber() > 0) { // whoever joins has not been shown to anybody yet
                    renames.incrementAndGet();
                }
            });
        }
    }

    private Named remember(UserId id, Named named) {
        return names.asMap().merge(id, named, Named::later);
    }

    private Named read(UserId id) {
        Named named = new Named(PersonView.of(id, id.value()), NEVER);
        DomainEventStream life = log.readEvents(id.value(), 0);
        while (life.hasNext()) {
            named = named(life.next()).orElse(named);
        }
        return named;
    }

    private static Optional<Named> named(DomainEventMessage<?> event) {
        return username((MemberEvent) event.getPayload())
                .map(username -> new Named(
                        PersonView.of(new UserId(event.getAggregateIdentifier()), username),
                        event.getSequenceNumber()));
    }

    /** The name that this gives a person, if it does. */
    static Optional<String> username(MemberEvent change) {
        return switch (change) {
            case MemberJoined joined -> Optional.of(joined.username().value());
            case MemberRenamed renamed -> Optional.of(renamed.username().value());
            case UsernameLost lost -> Optional.of(lost.placeholder());
            case MemberErased erased -> Optional.of(erased.placeholder());
            case ErasureRequested other -> Optional.empty();
            case ModeratingRoleChanged other -> Optional.empty();
            case ZenModeSwitched other -> Optional.empty();
            case ChatTabChosen other -> Optional.empty();
            case MessagePrivacyChosen other -> Optional.empty();
            case KidModeEnabled other -> Optional.empty();
            case KidModeDisabled other -> Optional.empty();
            case ClassJoined other -> Optional.empty();
            case ClassLeft other -> Optional.empty();
            case TeachingBegun other -> Optional.empty();
            case TeachingEnded other -> Optional.empty();
            case MemberWarned other -> Optional.empty();
            case SanctionImposed other -> Optional.empty();
            case SanctionEnded other -> Optional.empty();
            case SanctionLifted other -> Optional.empty();
        };
    }
}
