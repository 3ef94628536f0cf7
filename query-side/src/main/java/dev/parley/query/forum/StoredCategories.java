package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads which categories there are: one read. */
@Component
class StoredCategories {
    private final ReadModel stored;

    StoredCategories(ReadModels readModels) {
        this.stored = readModels.of(CategoryDocument.COLLECTION);
    }

    /** Each under its slug. */
    CompletableFuture<Document> all() {
        return Mono.from(stored.find(eq(CategoryDocument.ID)).first())
                .map(all -> all.get(CategoryDocument.CATEGORIES, new Document()))
                .defaultIfEmpty(new Document())
                .toFuture();
    }
}
