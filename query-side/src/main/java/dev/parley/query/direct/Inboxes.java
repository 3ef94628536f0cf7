package dev.parley.query.direct;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.member.UserId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads inboxes: one document each. */
@Component
class Inboxes {
    private static final Comparator<InboxEntry> NEWEST_FIRST = Comparator.comparing(InboxEntry::at)
            .thenComparing(InboxEntry::position)
            .reversed();

    private final ReadModel stored;

    Inboxes(ReadModels readModels) {
        this.stored = readModels.of(InboxDocument.COLLECTION);
    }

    /** All of a person's conversations, also those that they hide: the newest first. */
    CompletableFuture<List<InboxEntry>> of(UserId person) {
        return Mono.from(stored.find(eq(person.value())).first())
                .map(inbox -> entries(person, inbox.get(InboxDocument.WITH, new Document())))
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    private static List<InboxEntry> entries(UserId person, Document with) {
        return with.keySet().stream()
                .flatMap(field -> InboxEntry.of(person, field, with.get(field, Document.class)).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
