package dev.parley.command.forum;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.forum.CategoryCommand.ChangeCategory;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryEvent.CategoryChanged;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A category of the forum: it is opened and changed by admins, and stays for ever. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Category {
    @AggregateIdentifier
    private String stream;

    private CategoryId id;
    private String name;
    private String description;
    private int order;
    private String openedBy;

    Category() {} // filled from events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenCategory command, @MessageIdentifier String commandId) {
        requireAdmin(command.actor());
        if (commandId.equals(openedBy)) {
            throw new RepeatedCommand();
        }
        CommandRejected.unless(id == null, Rejection.CATEGORY_EXISTS, "There is a category with this slug.");
        apply(new CategoryOpened(
                command.categoryId(),
                command.name().value(),
                command.description().value(),
                command.order().value()));
    }

    @CommandHandler
    void handle(ChangeCategory command) {
        requireAdmin(command.actor());
        var changed = new CategoryChanged(
                id,
                command.name().map(CategoryName::value).orElse(name),
                command.description().map(CategoryDescription::value).orElse(description),
                command.order().map(CategoryOrder::value).orElse(order));
        if (!changed.equals(new CategoryChanged(id, name, description, order))) {
            apply(changed);
        }
    }

    @EventSourcingHandler
    void on(CategoryOpened event, @MetaDataValue(Envelope.COMMAND) String commandId) {
        stream = event.categoryId().toString();
        id = event.categoryId();
        name = event.name();
        description = event.description();
        order = event.order();
        openedBy = commandId;
    }

    @EventSourcingHandler
    void on(CategoryChanged event) {
        name = event.name();
        description = event.description();
        order = event.order();
    }

    private static void requireAdmin(Actor actor) {
        CommandRejected.unless(
                actor.roles().contains(Role.ADMIN) || actor.equals(Actor.SYSTEM),
                Rejection.NOT_ALLOWED,
                "Admins decide about categories.");
    }
}
