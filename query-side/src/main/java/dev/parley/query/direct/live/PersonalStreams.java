package dev.parley.query.direct.live;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.Notice;
import dev.parley.query.NoticeLists;
import dev.parley.query.Notices;
import dev.parley.query.Positions;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.UnreadView;
import dev.parley.query.live.Frame;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.LogListener;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * People's own streams on this node: direct messages, what is read of them, and notices, as the log's tail sees it; the
 * count of unread messages after each. Whoever returns with the id of their last frame, which is a position
 * in the log, first gets what the read model has of the time since.
 */
@Component
public class PersonalStreams implements LogListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalStreams.class);
    private static final String CONVERSATIONS = "conversations";

    private final ConcurrentMap<UserId, Set<PersonalStream>> open = new ConcurrentHashMap<>();
    private final DirectFrames frames;
    private final NoticeFrames noticeFrames;
    private final QueryGateway queries;
    private final Positions positions;
    private final BlockLists blocks;
    private final Discretion discretion;
    private final MissedFrames missed;
    private final int buffer;
    private volatile long head;
    private volatile boolean running;

    PersonalStreams(
            DirectFrames frames,
            NoticeFrames noticeFrames,
            QueryGateway queries,
            Positions positions,
            BlockLists blocks,
            Discretion discretion,
            MissedFrames missed,
            LiveSettings settings) {
        this.missed = missed;
        this.discretion = discretion;
        this.frames = frames;
        this.noticeFrames = noticeFrames;
        this.queries = queries;
        this.positions = positions;
        this.blocks = blocks;
        this.buffer = settings.buffer();
    }

    /** One connection's way to hear: its frames, each once and in order, and the handle that ends them. */
    public record Opened(PersonalStream stream, Flux<Frame> frames) {}

    /**
     * Opens a stream, which begins with what was missed and the present count of unread messages.
     *
     * @param after position of the last frame that was heard; empty for none
     */
    public Opened open(UserId person, OptionalLong after) {
        Runnable unwatch = blocks.watch(person, () -> streamsOf(person).forEach(open -> count(open, head)));
        var stream = new PersonalStream(person, buffer, ended -> {
            unwatch.run();
            forget(ended);
        });
        open.computeIfAbsent(person, id -> ConcurrentHashMap.newKeySet()).add(stream);
        if (!running) {
            stream.close(PersonalStream.GOING_AWAY);
        }
        long seen = head;
        count(stream, seen);
        Flux<Frame> missed = after.isEmpty() ? Flux.empty() : missed(stream, after.getAsLong(), seen);
        Flux<Frame> live = stream.frames().filter(frame -> frame.id().orElse(Long.MAX_VALUE) > seen);
        return new Opened(
                stream,
                missed.concatWith(live).concatWith(Flux.defer(() -> Flux.just(frames.closed(stream.ending())))));
    }

    /** Whether somebody listens to what happens to this person. */
    boolean isHeard(UserId person) {
        return open.containsKey(person);
    }

    /** Tells a person of what is told to nobody who comes back later. */
    void tell(UserId person, Frame passing) {
        streamsOf(person).forEach(stream -> stream.tell(passing));
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        long position = at.position().orElse(-1);
        if (ConversationEvent.class.isAssignableFrom(event.getPayloadType()) && isHeard(event)) {
            switch ((ConversationEvent) event.getPayload()) {
                case DirectMessageSent sent ->
                    tell(sent.conversationId(), frames.sent(sent, event, position), position);
                case ConversationRead read -> tell(read, frames.read(read, event, position), position);
                case ConversationHidden hidden -> streamsOf(hidden.by()).forEach(stream -> count(stream, position));
                case ConversationStarted started -> {}
            }
        }
        if (!open.isEmpty()) {
            Notices.of(event, position).forEach(this::tell);
        }
        head = position;
    }

    private void tell(Notice notice) {
        Set<PersonalStream> streams = streamsOf(notice.place().to());
        if (!streams.isEmpty()) {
            Frame frame = noticeFrames.frame(notice);
            streams.forEach(stream -> stream.tell(frame));
        }
    }

    /** Does either of the two listen here? */
    private boolean isHeard(DomainEventMessage<?> event) {
        return new ConversationId(event.getAggregateIdentifier()).people().anyMatch(this::isHeard);
    }

    private void tell(ConversationId conversation, Frame frame, long position) {
        conversation.people().flatMap(person -> streamsOf(person).stream()).forEach(stream -> {
            stream.tell(frame);
            count(stream, position);
        });
    }

    private void tell(ConversationRead read, Frame frame, long position) {
        UserId reader = read.reader();
        streamsOf(reader).forEach(stream -> {
            stream.tell(frame);
            count(stream, position);
        });
        UserId other = read.conversationId().other(reader);
        streamsOf(other).forEach(stream -> stream.tellIf(discretion.mayNotice(other, reader), frame));
    }

    private Set<PersonalStream> streamsOf(UserId person) {
        return open.getOrDefault(person, Set.of());
    }

    private Flux<Frame> missed(PersonalStream stream, long after, long until) {
        return Mono.fromFuture(() -> CompletableFuture.allOf(
                        positions.reached(CONVERSATIONS, until), positions.reached(NoticeLists.PROJECTION, until)))
                .thenMany(missed.between(stream.person(), after, until))
                .onErrorResume(away -> {
                    LOG.info("What was missed cannot be read: {}", away.toString());
                    stream.close(PersonalStream.INTERRUPTED);
                    return Flux.empty();
                });
    }

    /** Looks the count up once the read model is that far, and tells it: one look-up at a time for each stream. */
    private void count(PersonalStream stream, long position) {
        if (stream.beginCounting()) {
            countUntilSettled(stream, position);
        }
    }

    private void countUntilSettled(PersonalStream stream, long position) {
        stream.takeWish();
        positions
                .reached(CONVERSATIONS, position)
                .thenCompose(reached -> blocks.blockedBy(stream.person()))
                .thenCompose(blocked -> queries.query(new CountUnread(stream.person(), blocked), UnreadView.class))
                .whenComplete((count, away) -> {
                    if (away == null) {
                        stream.tell(frames.unread(count));
                    }
                    if (stream.endCounting()) {
                        countUntilSettled(stream, head);
                    }
                });
    }

    private void forget(PersonalStream stream) {
        open.computeIfPresent(stream.person(), (person, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Tells everybody that the node goes away. */
    @Override
    public void stop() {
        running = false;
        open.values().forEach(streams -> streams.forEach(stream -> stream.close(PersonalStream.GOING_AWAY)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
