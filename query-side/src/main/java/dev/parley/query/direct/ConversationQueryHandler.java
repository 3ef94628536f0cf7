package dev.parley.query.direct;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.direct.ConversationPageView.LastRead;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.ConversationQuery.FindConversation;
import dev.parley.query.direct.DirectMessages.Stretch;
import dev.parley.query.direct.Head.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about one conversation, and how much of them all is unread. */
@Component
class ConversationQueryHandler {
    private final Inboxes inboxes;
    private final DirectMessages messages;
    private final Names names;

    ConversationQueryHandler(Inboxes inboxes, DirectMessages messages, Names names) {
        this.inboxes = inboxes;
        this.messages = messages;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<UnreadView> handle(CountUnread query) {
        return inboxes.of(query.viewer())
                .thenApply(entries -> new UnreadView(entries.stream()
                        .filter(entry -> !entry.hidden() && !query.without().contains(entry.with()))
                        .mapToLong(InboxEntry::unread)
                        .sum()));
    }

    @QueryHandler
    CompletableFuture<ConversationPageView> handle(FindConversation query) {
        ConversationId conversation = query.conversationId();
        if (!conversation.isOf(query.viewer())) {
            return CompletableFuture.failedFuture(unknown(conversation));
        }
        return messages.read(conversation, 1, 0).thenCompose(found -> {
            if (found.head().last() == 0) {
                throw unknown(conversation);
            }
            long last = Math.min(found.head().last(), query.before() - 1);
            return page(query, Math.max(1, last - query.limit() + 1), last);
        });
    }

    private CompletableFuture<ConversationPageView> page(FindConversation query, long first, long last) {
        Set<UserId> people = query.conversationId().people().collect(Collectors.toUnmodifiableSet());
        return messages.read(query.conversationId(), first, last)
                .thenCombine(names.people(people), (stretch, named) -> page(query, stretch, named));
    }

    private static ConversationPageView page(FindConversation query, Stretch stretch, Map<UserId, PersonView> named) {
        UserId other = query.conversationId().other(query.viewer());
        List<DirectMessage> page = stretch.messages();
        boolean more = !page.isEmpty() && page.getFirst().id().number() > 1;
        return new ConversationPageView(
                query.conversationId().value(),
                named.get(other),
                new LastRead(readAt(stretch, query.viewer()), readAt(stretch, other)),
                page.stream().map(message -> message.shown(named)).toList(),
                more ? page.getFirst().id().toString() : null);
    }

    /** {@code null} for never, as the view wants it. */
    private static Instant readAt(Stretch stretch, UserId reader) {
        Mark mark = stretch.head().marks().get(reader);
        return mark == null ? null : mark.at();
    }

    private static ReadRefused unknown(ConversationId conversation) {
        return new ReadRefused(Rejection.UNKNOWN_CONVERSATION, "no conversation " + conversation);
    }
}
