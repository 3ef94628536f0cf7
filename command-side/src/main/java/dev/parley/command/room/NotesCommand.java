package dev.parley.command.room;

import dev.parley.command.Command;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.NotesText;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of one person's private notes beside one game. */
public sealed interface NotesCommand extends Command {
    @TargetAggregateIdentifier
    NotesId notesId();

    /** Puts this text in place of what the actor had written beside the game; the same text again changes nothing. */
    record WriteNotes(Actor actor, EntityId gameId, NotesText content) implements NotesCommand {
        @Override
        public NotesId notesId() {
            return NotesId.of(actor.id(), gameId);
        }
    }
}
