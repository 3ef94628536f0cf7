package dev.parley.command.export;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.export.ExportCommand.ExportPersonalData;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.WellFormed;
import dev.parley.kernel.export.ExportEvent.PersonalDataExported;
import dev.parley.kernel.export.ExportsId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** What one admin took out of the log with names and texts: each time is told, and why. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Exports {
    /** Code points of a reason. */
    static final int MIN_REASON = 10;

    @AggregateIdentifier
    private ExportsId id;

    Exports() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ExportPersonalData command) {
        CommandRejected.unless(command.actor().administers(), Rejection.NOT_ALLOWED, "Names and texts are for admins.");
        EventTypes.requireKnown(command.types());
        InvalidValue.unless(
                WellFormed.length(command.reason()) >= MIN_REASON, "reason", "10 to 1000 characters that say why");
        apply(new PersonalDataExported(
                command.actor().id(), command.after(), command.types(), command.from(), command.to()));
    }

    @EventSourcingHandler
    void on(PersonalDataExported event) {
        id = event.exportsId();
    }
}
