package dev.parley.query.projection.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.parley.query.ProjectionRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * The dead letters of all runs, in MongoDB beside their tokens: there for good once a method has returned. Each has one
 * document, however often it is put aside.
 */
@Component
public class DeadLetters {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> stored;
    private volatile boolean indexed;

    DeadLetters(MongoDatabase writtenDatabase) {
        this.stored = writtenDatabase.getCollection(LetterDocument.COLLECTION);
    }

    /** Puts those aside that are not yet, and gives how many these were. */
    int add(Collection<DeadLetter> letters) {
        return stored.bulkWrite(letters.stream()
                        .map(letter -> new UpdateOneModel<Document>(one(letter), added(letter), UPSERT))
                        .toList())
                .getUpserts()
                .size();
    }

    private static Document added(DeadLetter letter) {
        Document change = new Document("$setOnInsert", LetterDocument.of(letter));
        letter.failure()
                .ifPresent(failure ->
                        change.append("$set", new Document(LetterDocument.FAILURE, LetterDocument.of(failure))));
        return change;
    }

    /** Gives how many there were of it: one, or none. */
    long remove(DeadLetter letter) {
        return stored.deleteOne(one(letter)).getDeletedCount();
    }

    private static Bson one(DeadLetter letter) {
        return eq(LetterDocument.id(letter.run(), letter.position()));
    }

    Optional<DeadLetter> find(ProjectionRun run, long position) {
        return Optional.ofNullable(
                        stored.find(eq(LetterDocument.id(run, position))).first())
                .map(LetterDocument::letter);
    }

    /** The first of one stream, in their order. */
    List<DeadLetter> of(ProjectionRun run, String stream, int limit) {
        return stored.find(and(eq(LetterDocument.RUN, run.name()), eq(LetterDocument.STREAM, stream)))
                .sort(Sorts.ascending(LetterDocument.PLACE))
                .limit(limit)
                .map(LetterDocument::letter)
                .into(new ArrayList<>());
    }

    /** Goes through all of a run, in any order. */
    void forEach(ProjectionRun run, Consumer<DeadLetter> each) {
        if (!indexed) {
            stored.createIndex(ascending(LetterDocument.RUN, LetterDocument.STREAM, LetterDocument.PLACE));
            indexed = true;
        }
        stored.find(eq(LetterDocument.RUN, run.name()))
                .map(LetterDocument::letter)
                .forEach(each);
    }

    /** Forgets all of a run, which is no more or begins anew. */
    public void drop(ProjectionRun run) {
        stored.deleteMany(eq(LetterDocument.RUN, run.name()));
    }
}
