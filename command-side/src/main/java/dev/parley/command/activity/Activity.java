package dev.parley.command.activity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.parley.command.CommandRejected;
import dev.parley.command.activity.ActivityCommand.ReportActivity;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityReported;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Something that a person did elsewhere on the site: reported once, and never changed. */
@Aggregate
class Activity {
    @AggregateIdentifier
    private ActivityId id;

    Activity() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportActivity command) {
        CommandRejected.unless(command.actor().isService(), Rejection.NOT_ALLOWED, "Services report activities.");
        if (id == null) {
            var title = new PersonalText(command.member(), command.title().value());
            apply(new ActivityReported(
                    command.activityId(),
                    command.member(),
                    command.kind(),
                    title,
                    new PersonalText(command.member(), command.url().value())));
        }
    }

    @EventSourcingHandler
    void on(ActivityReported event) {
        id = event.activityId();
    }
}
