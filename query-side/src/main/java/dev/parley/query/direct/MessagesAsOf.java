package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.EntriesAsOf;
import dev.parley.query.PastReads;
import dev.parley.query.direct.DirectMessages.Stretch;
import dev.parley.query.direct.Head.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The messages of one conversation as they were at some time. How far each of the two had read is looked for backwards, 64
 * events at once, until both have read or written.
 */
final class MessagesAsOf implements MessageSource {
    private static final int EVENTS_PER_READ = 64;
    private static final int PEOPLE = 2;
    private static final List<Class<? extends ConversationEvent>> READING =
            List.of(DirectMessageSent.class, ConversationRead.class);

    private final PastReads reads;
    private final PastStream stream;

    MessagesAsOf(PastReads reads, PastStream stream) {
        this.reads = reads;
        this.stream = stream;
    }

    @Override
    public CompletableFuture<Stretch> read(ConversationId conversation, long first, long last) {
        return reads.read(log -> {
            var entries = new EntriesAsOf<>(log, stream, DirectMessageSent.class, DirectMessageSent::number);
            return new Stretch(
                    conversation,
                    new Head(entries.last(), marks(log)),
                    entries.read(first, last).stream().map(DirectMessage::of).toList());
        });
    }

    private Map<UserId, Mark> marks(PastLog log) {
        Map<UserId, Mark> marks = new HashMap<>();
        long before = Long.MAX_VALUE;
        while (marks.size() < PEOPLE) {
            List<PastEvent<ConversationEvent>> found = log.before(before, stream, READING, EVENTS_PER_READ);
            found.forEach(event -> mark(marks, event));
            if (found.size() < EVENTS_PER_READ) {
                return marks;
            }
            before = found.getLast().sequence();
        }
        return marks;
    }

    /** The latest of each comes first. */
    private static void mark(Map<UserId, Mark> marks, PastEvent<ConversationEvent> event) {
        if (event.event() instanceof DirectMessageSent sent) {
            marks.putIfAbsent(sent.sender(), new Mark(sent.number(), event.at(), event.position()));
        } else if (event.event() instanceof ConversationRead read) {
            marks.putIfAbsent(read.reader(), new Mark(read.upTo(), event.at(), event.position()));
        }
    }
}
