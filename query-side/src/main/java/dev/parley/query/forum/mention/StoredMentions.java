package dev.parley.query.forum.mention;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Mention;
import dev.parley.query.MentionLists;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads mentions: one document for a person. */
@Component
class StoredMentions implements MentionLists {
    private final MongoCollection<Document> stored;

    StoredMentions(MongoDatabase readDatabase) {
        this.stored = readDatabase.getCollection(MentionDocument.COLLECTION);
    }

    @Override
    public CompletableFuture<List<Mention>> of(UserId person) {
        return Mono.from(stored.find(eq(person.value())).first())
                .map(found -> found.getList(MentionDocument.ENTRIES, Document.class).stream()
                        .map(StoredMentions::mention)
                        .sorted(Comparator.comparingLong(Mention::position))
                        .toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    private static Mention mention(Document entry) {
        return new Mention(
                entry.getLong(MentionDocument.POSITION),
                PostId.parse(entry.getString(MentionDocument.POST)),
                new UserId(entry.getString(MentionDocument.AUTHOR)),
                entry.getDate(MentionDocument.AT).toInstant());
    }
}
