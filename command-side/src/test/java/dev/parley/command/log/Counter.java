package dev.parley.command.log;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.RepeatedCommand;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A small aggregate to try the log with: counts, refuses odd requests for evenness, and breaks on request. */
class Counter {
    @AggregateIdentifier
    private String id;

    private int count;
    private String last;

    Counter() {}

    record Count(Actor actor, @TargetAggregateIdentifier String counter, String text) implements Command {}

    record CountTwice(
            Actor actor, @TargetAggregateIdentifier String counter) implements Command {}

    record Refuse(Actor actor, @TargetAggregateIdentifier String counter) implements Command {}

    /** Refused while the count is below this, and else nothing to do. */
    record Reach(Actor actor, @TargetAggregateIdentifier String counter, int count) implements Command {}

    /** Makes an odd count even. */
    record CountOdd(Actor actor, @TargetAggregateIdentifier String counter) implements Command {}

    /** Told from another one by its id. */
    record CountNew(Actor actor, @TargetAggregateIdentifier String counter) implements Command {}

    record Break(Actor actor, @TargetAggregateIdentifier String counter) implements Command {}

    record Counted(String counter, int count, String text) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Count command) {
        apply(new Counted(command.counter(), count + 1, command.text()));
    }

    @CommandHandler
    void handle(CountTwice command) {
        apply(new Counted(id, count + 1, "first"));
        apply(new Counted(id, count + 1, "second"));
    }

    @CommandHandler
    void handle(Refuse command) {
        throw new CommandRejected(Rejection.NOT_ALLOWED, "as asked");
    }

    @CommandHandler
    void handle(Reach command) {
        CommandRejected.unless(count >= command.count(), Rejection.NOT_ALLOWED, "as asked");
    }

    @CommandHandler
    void handle(CountOdd command) {
        if (count % 2 == 1) {
            apply(new Counted(id, count + 1, "odd"));
        }
    }

    @CommandHandler
    void handle(CountNew command, @MessageIdentifier String commandId) {
        if (commandId.equals(last)) {
            throw new RepeatedCommand();
        }
        apply(new Counted(id, count + 1, "new"));
    }

    @CommandHandler
    void handle(Break command) {
        apply(new Counted(id, count + 1, "never stored"));
        throw new IllegalStateException("as asked");
    }

    @EventSourcingHandler
    void on(Counted event, @MetaDataValue(Envelope.COMMAND) String commandId) {
        last = commandId;
        id = event.counter();
        count = event.count();
    }
}
