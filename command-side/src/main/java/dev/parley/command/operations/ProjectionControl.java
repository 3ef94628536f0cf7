package dev.parley.command.operations;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.operations.ProjectionCommand.OperateProjection;
import dev.parley.command.operations.ProjectionCommand.RebuildProjection;
import dev.parley.command.operations.ProjectionCommand.RetryLetters;
import dev.parley.command.operations.ProjectionCommand.SkipLetter;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** What operators asked of one projection, so that all of it stands in the log with who and why. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class ProjectionControl {
    @AggregateIdentifier
    private String stream;

    ProjectionControl() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RebuildProjection command) {
        requireAdmin(command.actor());
        apply(new RebuildRequested(command.projection(), command.manual()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OperateProjection command) {
        requireAdmin(command.actor());
        apply(asked(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetryLetters command) {
        requireAdmin(command.actor());
        apply(new RetryRequested(command.projection(), command.letter()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SkipLetter command) {
        requireAdmin(command.actor());
        apply(new SkipRequested(command.projection(), command.letter()));
    }

    private static ProjectionEvent asked(OperateProjection command) {
        ProjectionName projection = command.projection();
        return switch (command.operation()) {
            case VERIFY -> new VerificationRequested(projection);
            case REPAIR -> new RepairRequested(projection);
            case SWITCH -> new SwitchRequested(projection);
            case ROLL_BACK -> new RollbackRequested(projection);
            case CANCEL -> new RebuildCancelled(projection);
            case PAUSE -> new ProjectionPaused(projection);
            case RESUME -> new ProjectionResumed(projection);
        };
    }

    @EventSourcingHandler
    void on(ProjectionEvent event) {
        stream = event.projection().toString();
    }

    private static void requireAdmin(Actor actor) {
        CommandRejected.unless(
                actor.roles().contains(Role.ADMIN), Rejection.NOT_ALLOWED, "Admins decide about projections.");
    }
}
