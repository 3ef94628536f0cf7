package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.direct.ConversationQuery.MissedMessages;
import dev.parley.query.direct.DirectMessages.Stretch;
import dev.parley.query.direct.MissedView.Missed;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what somebody missed. The inbox is read first, and what happened after all that it tells of is left out: so
 * what is found is what the log holds up to there, without a gap, although several documents are read one after the
 * other.
 */
@Component
class MissedMessagesHandler {
    /** Read of every conversation in which anything was; of most that is all there is. */
    private static final int FEW = 50;

    private static final int AT_ONCE = 8;

    private final Inboxes inboxes;
    private final DirectMessages messages;
    private final Names names;

    MissedMessagesHandler(Inboxes inboxes, DirectMessages messages, Names names) {
        this.inboxes = inboxes;
        this.messages = messages;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<MissedView> handle(MissedMessages query) {
        return inboxes.of(query.viewer()).thenCompose(entries -> {
            long horizon =
                    entries.stream().mapToLong(InboxEntry::position).max().orElse(-1);
            List<InboxEntry> changed = entries.stream()
                    .filter(entry -> entry.position() > query.after())
                    .toList();
            return names.people(people(query.viewer(), changed))
                    .thenCompose(named -> missed(query, changed, new Window(query.after(), horizon, named)));
        });
    }

    private CompletableFuture<MissedView> missed(MissedMessages query, List<InboxEntry> changed, Window window) {
        int enough = query.limit() + 1;
        return Flux.fromIterable(changed)
                .flatMap(entry -> Mono.fromFuture(() -> stretch(entry, query)).map(window::missed), AT_ONCE)
                .reduce(List.<Missed>of(), (earliest, others) -> earliest(earliest, others, enough))
                .map(found -> view(found, query.limit()))
                .toFuture();
    }

    /**
     * The conversation's head, and its first messages after the position: one more than are asked for, if there are.
     */
    private CompletableFuture<Stretch> stretch(InboxEntry entry, MissedMessages query) {
        ConversationId conversation = entry.conversation();
        long oldest = Math.max(1, entry.last() - FEW + 1);
        return messages.read(conversation, oldest, entry.last()).thenCompose(few -> {
            boolean all =
                    oldest == 1 || few.messages().stream().anyMatch(message -> message.position() <= query.after());
            return all ? CompletableFuture.completedFuture(few) : longStretch(entry, oldest, query);
        });
    }

    private CompletableFuture<Stretch> longStretch(InboxEntry entry, long missed, MissedMessages query) {
        ConversationId conversation = entry.conversation();
        return new FirstMissed(messages, conversation, query.after())
                .between(0, missed)
                .thenCompose(
                        first -> messages.read(conversation, first, Math.min(entry.last(), first + query.limit())));
    }

    private static List<Missed> earliest(List<Missed> some, List<Missed> others, int enough) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Missed::position))
                .limit(enough)
                .toList();
    }

    private static MissedView view(List<Missed> found, int limit) {
        boolean more = found.size() > limit;
        return new MissedView(more ? found.subList(0, limit) : found, more);
    }

    private static Set<UserId> people(UserId viewer, List<InboxEntry> entries) {
        return Stream.concat(Stream.of(viewer), entries.stream().map(InboxEntry::with))
                .collect(Collectors.toUnmodifiableSet());
    }
}
