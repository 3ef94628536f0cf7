package dev.parley.query.room.notes;

import dev.parley.kernel.room.NotesId;

/** Everything that can be asked about private notes. */
public sealed interface NotesQuery {
    /** Answered with a {@link NotesView}, empty where nothing was written. */
    record FindNotes(NotesId notesId) implements NotesQuery {}
}
