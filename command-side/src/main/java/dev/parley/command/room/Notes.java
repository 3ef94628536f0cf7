package dev.parley.command.room;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One person's private notes beside one game, as last written. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Notes {
    @AggregateIdentifier
    private NotesId id;

    private PersonalText content;

    Notes() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WriteNotes command) {
        Actor writer = command.actor();
        CommandRejected.unless(!writer.isService(), Rejection.NOT_ALLOWED, "A service is no person, and has no notes.");
        PersonalText written = new PersonalText(writer.id(), command.content().value());
        if (!written.equals(content)) {
            apply(new NotesWritten(command.notesId(), writer.id(), command.gameId(), written));
        }
    }

    @EventSourcingHandler
    void on(NotesWritten event) {
        id = event.notesId();
        content = event.content();
    }
}
