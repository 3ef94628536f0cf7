package dev.parley.query.room.notes;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.query.Latest;
import dev.parley.query.room.notes.NotesQuery.FindNotes;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers with a person's notes. */
@Component
class NotesQueryHandler {
    private final MongoCollection<Document> notes;

    NotesQueryHandler(MongoDatabase readDatabase) {
        this.notes = readDatabase.getCollection(NotesProjection.COLLECTION);
    }

    @QueryHandler
    CompletableFuture<NotesView> handle(FindNotes query) {
        return Mono.from(notes.find(eq(query.notesId().value())).first())
                .mapNotNull(found -> Latest.read(found, NotesProjection.CONTENT, String.class)
                        .orElse(null))
                .map(NotesView::new)
                .defaultIfEmpty(NotesView.EMPTY)
                .toFuture();
    }
}
