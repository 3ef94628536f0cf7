package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Naming;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessages.Stretch;
import dev.parley.query.direct.Head.Mark;
import dev.parley.query.direct.LookView.LastRead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Reads part of a conversation, as moderators see it. */
record LookReader(MessageSource messages, Naming names) {
    /**
     * The messages right before one.
     *
     * @param before number of that one, {@link Long#MAX_VALUE} for the newest messages
     */
    CompletableFuture<LookView> page(ConversationId conversation, long before, int limit) {
        List<UserId> people = conversation.people().toList();
        return messages.read(conversation, 1, 0)
                .thenApply(found -> Math.min(found.head().last(), before - 1))
                .thenCompose(last -> messages.read(conversation, Math.max(1, last - limit + 1), last))
                .thenCombine(
                        names.people(people.stream().collect(Collectors.toUnmodifiableSet())),
                        (page, named) -> view(page, people, named));
    }

    private static LookView view(Stretch page, List<UserId> people, Map<UserId, PersonView> named) {
        List<DirectMessage> found = page.messages();
        boolean more = !found.isEmpty() && found.getFirst().id().number() > 1;
        Map<UserId, Mark> marks = page.head().marks();
        return new LookView(
                page.conversation().value(),
                people.stream().map(named::get).toList(),
                people.stream()
                        .map(person -> lastRead(named.get(person), marks.get(person)))
                        .toList(),
                found.stream().map(message -> message.shown(named)).toList(),
                more ? found.getFirst().id().toString() : null);
    }

    /** @param mark {@code null} for somebody who never read */
    private static LastRead lastRead(PersonView person, Mark mark) {
        return new LastRead(person, mark == null ? null : mark.at());
    }
}
