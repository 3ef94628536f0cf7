package dev.parley.command.log;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.InvalidValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Handles the commands that wait for one aggregate together: one load, one unit of work, one append, one fsync. So a
 * busy room takes lines about as fast as many quiet rooms do. A refused command stores nothing and leaves the others
 * alone; when the group as a whole fails, each of its commands is handled again by itself.
 *
 * <p>Commands of one aggregate are handled in order of arrival. At most {@code maxWaiting} wait in all: beyond that
 * they fail with {@link StoreUnavailable} at once.
 */
class GroupingCommandBus extends SimpleCommandBus {
    private final RoutingStrategy routing = AnnotationRoutingStrategy.defaultStrategy();
    private final CorrelationDataProvider envelope;
    private final CommandGroups groups;
    private final int maxWaiting;

    GroupingCommandBus(Builder builder, CorrelationDataProvider envelope, Executor executor, int maxWaiting) {
        super(builder);
        this.envelope = envelope;
        this.groups = new CommandGroups(executor, this::handleTogether);
        this.maxWaiting = maxWaiting;
    }

    /** How many commands are not answered yet. */
    int waiting() {
        return groups.waiting();
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        var answer = new CallbackAnswer<C, R>(command, callback);
        if (groups.waiting() >= maxWaiting) {
            answer.failed(new StoreUnavailable("More commands wait than the server takes", null));
        } else {
            groups.add(routing.getRoutingKey(command), new PendingCommand(command, handler, answer));
        }
    }

    private void handleTogether(List<PendingCommand> group) {
        BatchingUnitOfWork<CommandMessage<?>> unit = handle(group);
        if (!unit.isRolledBack()) {
            answerAll(group, unit);
        } else if (group.size() > 1) {
            group.forEach(command -> handleTogether(List.of(command)));
        } else {
            group.get(0).answer().failed(unit.getExecutionResult().getExceptionResult());
        }
    }

    private BatchingUnitOfWork<CommandMessage<?>> handle(List<PendingCommand> group) {
        Map<String, PendingCommand> byId = new HashMap<>();
        group.forEach(command -> byId.put(command.id(), command));
        var unit = new BatchingUnitOfWork<CommandMessage<?>>(
                group.stream().<CommandMessage<?>>map(PendingCommand::message).toList());
        unit.registerCorrelationDataProvider(envelope);
        unit.executeWithResult(
                () -> byId.get(unit.getMessage().getIdentifier()).handler().handle(unit.getMessage()),
                failure -> !storesNothing(failure));
        return unit;
    }

    /** Guards come before the first event, so these leave the aggregate as it was. */
    private static boolean storesNothing(Throwable failure) {
        return failure instanceof CommandRejected
                || failure instanceof InvalidValue
                || failure instanceof RepeatedCommand
                || failure instanceof AggregateNotFoundException;
    }

    private static void answerAll(List<PendingCommand> group, BatchingUnitOfWork<CommandMessage<?>> unit) {
        Map<Message<?>, ExecutionResult> results = unit.getExecutionResults();
        for (PendingCommand command : group) {
            ExecutionResult result = results.get(command.message());
            if (result.isExceptionResult()) {
                command.answer().failed(result.getExceptionResult());
            } else {
                command.answer().accepted(EventJournal.outcome(unit, command.id()));
            }
        }
    }

    private record CallbackAnswer<C, R>(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback)
            implements PendingCommand.Answer {
        @Override
        public void accepted(Outcome outcome) {
            callback.onResult(command, asCommandResultMessage(outcome));
        }

        @Override
        public void failed(Throwable failure) {
            callback.onResult(command, asCommandResultMessage(failure));
        }
    }
}
