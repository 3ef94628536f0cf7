package dev.parley.query.room.notes;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.room.NotesEvent;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps a document per person and game: their notes as they last wrote them. */
@Projection(name = "notes", collections = NotesProjection.COLLECTION)
class NotesProjection {
    static final String COLLECTION = "notes";
    static final String CONTENT = "content";

    private final Writes writes;

    NotesProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(NotesEvent event, @SequenceNumber long sequence) {
        PersonalText content = switch (event) {
            case NotesWritten written -> written.content();
        };
        writes.addLatest(COLLECTION, event.notesId().value(), Latest.set(CONTENT, sequence, content));
    }
}
