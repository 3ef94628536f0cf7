package dev.parley.query.room.notes;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.PersonalText;
import dev.parley.query.Latest;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.room.notes.NotesQuery.FindNotes;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers with a person's notes. */
@Component
class NotesQueryHandler {
    private final ReadModel notes;

    NotesQueryHandler(ReadModels readModels) {
        this.notes = readModels.of(NotesProjection.COLLECTION);
    }

    @QueryHandler
    CompletableFuture<NotesView> handle(FindNotes query) {
        return Mono.from(notes.find(eq(query.notesId().value())).first())
                .mapNotNull(found -> Latest.read(found, NotesProjection.CONTENT, PersonalText.class)
                        .orElse(null))
                .map(content -> new NotesView(content.text()))
                .defaultIfEmpty(NotesView.EMPTY)
                .toFuture();
    }
}
