package dev.parley.kernel.room;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;

/** What happens to one person's private notes beside one game. */
public sealed interface NotesEvent {
    NotesId notesId();

    /** @param content all of the notes as they are now; empty when they were cleared */
    record NotesWritten(NotesId notesId, UserId writer, EntityId gameId, PersonalText content) implements NotesEvent {}
}
