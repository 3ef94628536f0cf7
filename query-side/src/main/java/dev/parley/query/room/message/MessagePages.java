package dev.parley.query.room.message;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.KidModes;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.LogListener;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import dev.parley.query.room.message.MessageQuery.ListMessages;
import dev.parley.query.room.message.MessageQuery.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of a room's history, ready to be sent. One that was built stays in memory, up to 32 MB of them all, and is found
 * again by everything that it follows from: the room after its latest event, who is held back in it, the names, which
 * version of the read model is read. So a page is never older than what this node knows; one built while the read model
 * lags behind that is sent, and not kept.
 */
@Component
public class MessagePages implements LogListener {
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final int KEY_BYTES = 256;
    private static final int PERSON_BYTES = 64;

    private final RoomStates states;
    private final Lines lines;
    private final Names names;
    private final KidModes kids;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();
    private final AsyncCache<Key, Built> pages = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Built page) -> KEY_BYTES
                    + page.json().length
                    + PERSON_BYTES * (key.hidden().size() + key.without().size()))
            .buildAsync();

    MessagePages(RoomStates states, Lines lines, Names names, KidModes kids, Clock clock) {
        this.kids = kids;
        this.states = states;
        this.lines = lines;
        this.names = names;
        this.clock = clock;
    }

    /** Everything a page follows from. */
    private record Key(
            RoomId room,
            long generation,
            long sequence,
            long renames,
            boolean moderator,
            Set<UserId> hidden,
            Set<UserId> without,
            Span span,
            int limit) {}

    /** @param settled whether everything was stored that its key speaks of, so that it may be kept */
    private record Built(byte[] json, boolean settled) {}

    /**
     * A {@link Page} of {@link MessageView}s as JSON in UTF-8, which nobody may change.
     *
     * @return fails with {@link ReadRefused} when the room is unknown or the viewer may not read there
     */
    public CompletableFuture<byte[]> read(ListMessages query) {
        return states.current(query.roomId())
                .thenCombine(kids.isKid(query.viewer().id()), (found, kid) -> read(query, found, kid))
                .thenCompose(page -> page)
                .thenApply(Built::json);
    }

    private CompletableFuture<Built> read(ListMessages query, Optional<RoomState> found, boolean kid) {
        RoomState room = found.orElseThrow(() -> new ReadRefused(Rejection.UNKNOWN_ROOM, "no room " + query.roomId()));
        Instant now = clock.instant();
        requireReadable(room, query, kid, now);
        return page(key(room, query, now), room.lastNumber());
    }

    private static void requireReadable(RoomState room, ListMessages query, boolean kid, Instant now) {
        var visitor = room.reader(query.viewer().id(), query.viewer().moderates(), kid, now);
        RoomAccess.refusesReading(room.standing(), visitor).ifPresent(rule -> {
            throw new ReadRefused(rule, query.viewer().id() + " may not read in " + query.roomId());
        });
    }

    private Key key(RoomState room, ListMessages query, Instant now) {
        boolean moderator = query.viewer().moderates();
        return new Key(
                query.roomId(),
                lines.generation(),
                room.sequence(),
                names.renames(),
                moderator,
                moderator ? Set.of() : timedOut(room, now),
                query.without(),
                query.span(),
                query.limit());
    }

    private static Set<UserId> timedOut(RoomState room, Instant now) {
        Set<UserId> named = room.people().timedOutUntil().keySet();
        return named.isEmpty()
                ? named
                : named.stream().filter(person -> room.isTimedOut(person, now)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A page that others wait for already may have been read before this caller's writes were stored. If it turns out
     * not to be settled, the next one is, or was begun after this call, which is all that was promised.
     */
    private CompletableFuture<Built> page(Key key, long newest) {
        CompletableFuture<Built> begun = pages.getIfPresent(key);
        if (begun == null) {
            return build(key, newest);
        }
        return begun.thenCompose(page -> page.settled() ? begun : build(key, newest));
    }

    private CompletableFuture<Built> build(Key key, long newest) {
        CompletableFuture<Built> page = pages.get(key, (wanted, executor) -> load(wanted, newest));
        page.thenAccept(built -> {
            if (!built.settled()) {
                pages.asMap().remove(key, page);
            }
        });
        return page;
    }

    private CompletableFuture<Built> load(Key key, long newest) {
        return new Walk(key.room(), key.span(), newest, key.limit(), key.without())
                .through(lines)
                .thenCompose(found -> names.people(peopleIn(found.lines()))
                        .thenApply(
                                people -> new Built(encode(key, found, people), found.sequence() >= key.sequence())));
    }

    private static Set<UserId> peopleIn(List<Line> lines) {
        return lines.stream().flatMap(Line::people).collect(Collectors.toUnmodifiableSet());
    }

    private byte[] encode(Key key, Walk.Found found, Map<UserId, PersonView> people) {
        List<MessageView> items = found.lines().stream()
                .map(line -> line.shownTo(key.moderator(), key.hidden(), people))
                .toList();
        return json.writeValueAsBytes(new Page<>(items, found.next().isEmpty() ? null : found.next()));
    }

    /** No page stays in memory that may show what somebody wrote who is erased. */
    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberErased.class.equals(event.getPayloadType())) {
            pages.synchronous().invalidateAll();
        }
    }
}
