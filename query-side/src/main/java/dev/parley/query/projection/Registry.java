package dev.parley.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Which runs each projection has, in MongoDB beside what they store: one document per projection, changed by whichever
 * node has something to say of it, and never by two at once.
 */
@Component
class Registry {
    private static final String COLLECTION = "projections";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> stored;
    private final Clock clock;

    Registry(MongoDatabase writtenDatabase, Clock clock) {
        this.stored = writtenDatabase.getCollection(COLLECTION);
        this.clock = clock;
    }

    /**
     * All of these, and those that it did not know yet with their first run.
     *
     * @throws com.mongodb.MongoException if MongoDB is away
     */
    Map<String, Registered> of(Collection<String> projections) {
        Map<String, Registered> known = new HashMap<>();
        stored.find().forEach(found -> known.put(found.getString("_id"), RegisteredDocument.registered(found)));
        projections.forEach(projection -> known.computeIfAbsent(projection, this::added));
        known.keySet().retainAll(projections);
        return known;
    }

    private Registered added(String projection) {
        Document first = RegisteredDocument.of(Registered.first(projection, clock.instant()), 0);
        first.remove("_id");
        stored.updateOne(eq(projection), new Document("$setOnInsert", first), UPSERT);
        return RegisteredDocument.registered(stored.find(eq(projection)).first());
    }

    /**
     * Changes what is known of a projection, which by then may be something else than what was read before.
     *
     * @return what is known from then on
     */
    Registered change(String projection, UnaryOperator<Registered> change) {
        while (true) {
            Document found = stored.find(eq(projection)).first();
            Registered before = found == null ? added(projection) : RegisteredDocument.registered(found);
            Registered after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            long revision = found == null ? 0 : RegisteredDocument.revision(found);
            Document next = RegisteredDocument.of(after, revision + 1);
            if (stored.replaceOne(and(eq(projection), eq(RegisteredDocument.REVISION, revision)), next)
                            .getMatchedCount()
                    == 1) {
                return after;
            }
        }
    }
}
