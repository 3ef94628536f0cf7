package dev.parley.query.direct;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessages.Stretch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers moderators what two people write to each other. Whether they may look was decided before. */
@Component
class LookQueryHandler {
    private final DirectMessages messages;
    private final Names names;

    LookQueryHandler(DirectMessages messages, Names names) {
        this.messages = messages;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<LookView> handle(LookQuery query) {
        List<UserId> people = query.conversationId().people().toList();
        return messages.read(query.conversationId(), 1, 0)
                .thenApply(found -> Math.min(found.head().last(), query.before() - 1))
                .thenCompose(
                        last -> messages.read(query.conversationId(), Math.max(1, last - LookQuery.MOST + 1), last))
                .thenCombine(
                        names.people(people.stream().collect(Collectors.toUnmodifiableSet())),
                        (page, named) -> view(page, people, named));
    }

    private static LookView view(Stretch page, List<UserId> people, Map<UserId, PersonView> named) {
        List<DirectMessage> found = page.messages();
        boolean more = !found.isEmpty() && found.getFirst().id().number() > 1;
        return new LookView(
                page.conversation().value(),
                people.stream().map(named::get).toList(),
                found.stream().map(message -> message.shown(named)).toList(),
                more ? found.getFirst().id().toString() : null);
    }
}
