package dev.parley.query.member;

import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import dev.parley.query.Latest;
import dev.parley.query.People;
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
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Usernames and whose they are: at most 100,000 of each in memory, kept fresh by the log's tail. Names come from the
 * members' read model, and from the person's own stream while that lacks them; owners of a name from the name's stream,
 * which is right from the moment somebody has claimed it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MemberDirectory implements People, LogListener {
    private static final int MAX_REMEMBERED = 100_000;

    private final MongoCollection<Document> members;
    private final EventStore log;
    private final Executor readers =
            task -> Thread.ofVirtual().name("directory").start(task);
    private final AsyncCache<UserId, PersonView> persons =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).buildAsync();
    private final AsyncCache<UsernameId, UserId> owners =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).buildAsync();
    private final AtomicLong renames = new AtomicLong();

    MemberDirectory(MongoDatabase readDatabase, EventStore log) {
        this.members = readDatabase.getCollection(MemberProjection.COLLECTION);
        this.log = log;
    }

    @Override
    public CompletableFuture<Map<UserId, PersonView>> named(Set<UserId> ids) {
        return persons.getAll(ids, (unknown, executor) -> load(Set.copyOf(unknown)));
    }

    @Override
    public CompletableFuture<Optional<UserId>> called(Username username) {
        return owners.get(
                        UsernameId.of(username),
                        (name, executor) -> CompletableFuture.supplyAsync(() -> owner(name), readers))
                .thenApply(Optional::ofNullable);
    }

    @Override
    public long renames() {
        return renames.get();
    }

    @Override
    public void on(DomainEventMessage<?> event, long position) {
        if (MemberEvent.class.isAssignableFrom(event.getPayloadType())) {
            see((MemberEvent) event.getPayload());
        } else if (UsernameEvent.class.isAssignableFrom(event.getPayloadType())) {
            see((UsernameEvent) event.getPayload());
        }
    }

    private void see(MemberEvent event) {
        if (event instanceof MemberJoined joined) {
            remember(joined.member(), joined.username());
        } else if (event instanceof MemberRenamed renamed) {
            remember(renamed.member(), renamed.username());
            renames.incrementAndGet();
        }
    }

    private void see(UsernameEvent event) {
        switch (event) {
            case UsernameClaimed claimed ->
                owners.put(claimed.usernameId(), CompletableFuture.completedFuture(claimed.owner()));
            case UsernameReleased released -> owners.synchronous().invalidate(released.usernameId());
        }
    }

    private void remember(UserId id, Username username) {
        persons.put(id, CompletableFuture.completedFuture(PersonView.of(id, username.value())));
    }

    private CompletableFuture<Map<UserId, PersonView>> load(Set<UserId> ids) {
        return Flux.from(members.find(in("_id", ids.stream().map(UserId::value).toList())))
                .collectMap(member -> new UserId(member.getString("_id")), MemberDirectory::person)
                .toFuture()
                .thenCompose(projected -> projected.size() == ids.size()
                        ? CompletableFuture.completedFuture(projected)
                        : CompletableFuture.supplyAsync(() -> withLog(ids, projected), readers));
    }

    private Map<UserId, PersonView> withLog(Set<UserId> ids, Map<UserId, PersonView> projected) {
        Map<UserId, PersonView> all = new HashMap<>(projected);
        ids.forEach(id -> all.computeIfAbsent(id, this::fromLog));
        return all;
    }

    private PersonView fromLog(UserId id) {
        String username = log.readEvents(id.value())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .reduce(id.value(), MemberDirectory::usernameAfter, (earlier, later) -> later);
        return PersonView.of(id, username);
    }

    private static String usernameAfter(String username, Object event) {
        return switch (event) {
            case MemberJoined joined -> joined.username().value();
            case MemberRenamed renamed -> renamed.username().value();
            default -> username;
        };
    }

    private UserId owner(UsernameId name) {
        return log.readEvents(name.value())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(UsernameEvent.class::cast)
                .reduce((earlier, later) -> later)
                .flatMap(MemberDirectory::ownerAfter)
                .orElse(null);
    }

    private static Optional<UserId> ownerAfter(UsernameEvent event) {
        return switch (event) {
            case UsernameClaimed claimed -> Optional.of(claimed.owner());
            case UsernameReleased released -> Optional.empty();
        };
    }

    private static PersonView person(Document member) {
        var id = new UserId(member.getString("_id"));
        return PersonView.of(
                id, Latest.read(member, MemberProjection.USERNAME, String.class).orElse(id.value()));
    }
}
