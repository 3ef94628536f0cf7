package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.direct.ConversationQuery.ListConversations;
import dev.parley.query.direct.search.DirectSearch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Lists somebody's conversations: the inbox says which, one more read brings their last messages. */
@Component
class ConversationListHandler {
    private static final int LOOKED_AT_FOR_NAMES = 1_000;

    private final Inboxes inboxes;
    private final DirectMessages messages;
    private final DirectSearch search;
    private final Names names;

    ConversationListHandler(Inboxes inboxes, DirectMessages messages, DirectSearch search, Names names) {
        this.inboxes = inboxes;
        this.messages = messages;
        this.search = search;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<ConversationView>> handle(ListConversations query) {
        return inboxes.of(query.viewer())
                .thenApply(entries -> entries.stream()
                        .filter(entry -> !entry.hidden() && !query.without().contains(entry.with()))
                        .toList())
                .thenCompose(visible -> wanted(visible, query))
                .thenCompose(wanted -> shown(query.viewer(), wanted))
                .thenApply(views -> new Page<>(views, null));
    }

    private CompletableFuture<List<InboxEntry>> wanted(List<InboxEntry> visible, ListConversations query) {
        return query.q().isEmpty()
                ? CompletableFuture.completedFuture(first(visible, entry -> true))
                : byText(visible, query)
                        .thenCombine(
                                byName(visible, query.q()),
                                (texts, partners) -> first(
                                        visible,
                                        entry -> texts.contains(entry.conversation())
                                                || partners.contains(entry.with())));
    }

    private static List<InboxEntry> first(List<InboxEntry> visible, Predicate<InboxEntry> wanted) {
        return visible.stream().filter(wanted).limit(ListConversations.MOST).toList();
    }

    private CompletableFuture<Set<ConversationId>> byText(List<InboxEntry> visible, ListConversations query) {
        return visible.isEmpty()
                ? CompletableFuture.completedFuture(Set.of())
                : search.conversations(query.viewer(), query.q(), query.without());
    }

    private CompletableFuture<Set<UserId>> byName(List<InboxEntry> visible, String beginning) {
        Set<UserId> partners = visible.stream()
                .limit(LOOKED_AT_FOR_NAMES)
                .map(InboxEntry::with)
                .collect(Collectors.toUnmodifiableSet());
        String folded = beginning.toLowerCase(Locale.ROOT);
        return names.people(partners)
                .thenApply(people -> partners.stream()
                        .filter(partner -> people.get(partner)
                                .username()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(folded))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private CompletableFuture<List<ConversationView>> shown(UserId viewer, List<InboxEntry> entries) {
        Set<UserId> people = Stream.concat(Stream.of(viewer), entries.stream().map(InboxEntry::with))
                .collect(Collectors.toUnmodifiableSet());
        return messages.lastOf(entries).thenCombine(names.people(people), (last, named) -> views(entries, last, named));
    }

    private static List<ConversationView> views(
            List<InboxEntry> entries, List<DirectMessage> last, Map<UserId, PersonView> named) {
        Map<ConversationId, DirectMessage> messages =
                last.stream().collect(Collectors.toMap(message -> message.id().conversation(), Function.identity()));
        return entries.stream()
                .filter(entry -> messages.containsKey(entry.conversation()))
                .map(entry -> new ConversationView(
                        entry.conversation().value(),
                        named.get(entry.with()),
                        messages.get(entry.conversation()).shown(named),
                        entry.unread(),
                        entry.at()))
                .toList();
    }
}
