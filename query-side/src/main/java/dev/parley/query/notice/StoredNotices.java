package dev.parley.query.notice;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Notice;
import dev.parley.query.NoticeLists;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads notices: one document for a person. */
@Component
class StoredNotices implements NoticeLists {
    private final ReadModel stored;

    StoredNotices(ReadModels readModels) {
        this.stored = readModels.of(NoticeDocument.COLLECTION);
    }

    @Override
    public CompletableFuture<List<Notice>> of(UserId person) {
        return Mono.from(stored.find(eq(person.value())).first())
                .map(found -> found.getList(NoticeDocument.ENTRIES, Document.class).stream()
                        .map(entry -> NoticeDocument.notice(person, entry))
                        .sorted(Comparator.comparingLong(
                                (Notice notice) -> notice.place().position()))
                        .toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }
}
