package dev.parley.command.log;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import dev.parley.command.Failure;
import dev.parley.command.Outcome;
import dev.parley.command.TooManyWaiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.timeout.UnitOfWorkTimeoutInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;

/**
 * Handles the commands that wait for one aggregate together: one load, one unit of work, one append, one fsync. So a
 * busy room takes lines about as fast as many quiet rooms do. A refused command stores nothing and leaves the others
 * alone; when the group as a whole fails, each of its commands is handled again by itself, unless the store is away.
 *
 * <p>A refusal, and that there is nothing to do, is told only once the store has said that the aggregate from the cache
 * is its latest: else the command is handled again. An accepted command needs no such question.
 *
 * <p>Commands of one aggregate are handled in order of arrival. At most {@code maxWaiting} wait in all: beyond that
 * they fail with {@link TooManyWaiting} at once.
 */
class GroupingCommandBus extends SimpleCommandBus {
    private final RoutingStrategy routing = AnnotationRoutingStrategy.defaultStrategy();
    private final CorrelationDataProvider envelope;
    private final CacheCheck cached;
    private final CommandGroups groups;
    private final int maxWaiting;

    GroupingCommandBus(
            Builder builder, CorrelationDataProvider envelope, CacheCheck cached, Executor executor, int maxWaiting) {
        super(builder);
        this.envelope = envelope;
        this.cached = cached;
        this.groups = new CommandGroups(executor, group -> handleTogether(group, true));
        this.maxWaiting = maxWaiting;
    }

    /** How many commands are not answered yet. */
    int waiting() {
        return groups.waiting();
    }

    /**
     * Takes none: commands are handled in groups, which an interceptor would not see. Only the one that Axon brings by
     * itself, against units of work that last too long, is passed over: commands have a deadline of their own.
     *
     * @throws UnsupportedOperationException for any other
     */
    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        if (interceptor instanceof UnitOfWorkTimeoutInterceptor) {
            return () -> true;
        }
        throw new UnsupportedOperationException("Commands are handled in groups, without interceptors");
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        var answer = new CallbackAnswer<C, R>(command, callback);
        if (groups.waiting() >= maxWaiting) {
            answer.failed(new TooManyWaiting());
        } else {
            groups.add(routing.getRoutingKey(command), new PendingCommand(command, handler, answer));
        }
    }

    private void handleTogether(List<PendingCommand> group, boolean mayBeStale) {
        handle(group, mayBeStale).ifPresent(failure -> {
            if (group.size() > 1 && Failure.of(failure) != Failure.AWAY) {
                handleEach(group, mayBeStale);
            } else {
                group.forEach(command -> command.answer().failed(failure));
            }
        });
    }

    /** Once the store is away for one, those after it are not tried. */
    private void handleEach(List<PendingCommand> group, boolean mayBeStale) {
        Optional<Throwable> away = Optional.empty();
        for (PendingCommand command : group) {
            Optional<Throwable> failure = away.or(() -> handle(List.of(command), mayBeStale));
            failure.ifPresent(command.answer()::failed);
            away = failure.filter(why -> Failure.of(why) == Failure.AWAY);
        }
    }

    /**
     * Handles a group, and answers it unless nothing of it could be stored.
     *
     * @return what kept it from being stored
     */
    private Optional<Throwable> handle(List<PendingCommand> group, boolean mayBeStale) {
        BatchingUnitOfWork<CommandMessage<?>> unit = run(group);
        if (unit.isRolledBack()) {
            return Optional.of(unit.getExecutionResult().getExceptionResult());
        }
        List<PendingCommand> unchanged = new ArrayList<>();
        for (PendingCommand command : group) {
            EventJournal.outcome(unit, command.id())
                    .ifPresentOrElse(command.answer()::accepted, () -> unchanged.add(command));
        }
        if (!unchanged.isEmpty()) {
            answerUnchanged(unchanged, unit, mayBeStale);
        }
        return Optional.empty();
    }

    private BatchingUnitOfWork<CommandMessage<?>> run(List<PendingCommand> group) {
        Map<String, PendingCommand> byId = new HashMap<>();
        group.forEach(command -> byId.put(command.id(), command));
        var unit = new BatchingUnitOfWork<CommandMessage<?>>(
                group.stream().<CommandMessage<?>>map(PendingCommand::message).toList());
        unit.registerCorrelationDataProvider(envelope);
        try {
            unit.executeWithResult(
                    () -> byId.get(unit.getMessage().getIdentifier()).handler().handle(unit.getMessage()),
                    failure -> !leavesAggregatesAlone(failure));
        } catch (Error broken) { // which Axon does not roll back in a commit
            cached.dropAll();
            throw broken;
        }
        return unit;
    }

    /** Guards come before the first event. */
    private static boolean leavesAggregatesAlone(Throwable failure) {
        return switch (Failure.of(failure)) {
            case REFUSED, REPEATED -> true;
            case CONFLICT, TURNED_AWAY, AWAY, BUG -> false;
        };
    }

    private void answerUnchanged(List<PendingCommand> commands, BatchingUnitOfWork<?> unit, boolean mayBeStale) {
        try {
            if (mayBeStale && cached.dropsStale(unit)) {
                handleTogether(commands, false);
            } else {
                tell(commands, unit);
            }
        } catch (RuntimeException away) {
            commands.forEach(command -> command.answer().failed(away));
        }
    }

    private void tell(List<PendingCommand> unchanged, BatchingUnitOfWork<?> unit) {
        List<PendingCommand> content = new ArrayList<>();
        for (PendingCommand command : unchanged) {
            ExecutionResult result = unit.getExecutionResults().get(command.message());
            if (result.isExceptionResult()) {
                command.answer().failed(result.getExceptionResult());
            } else {
                content.add(command);
            }
        }
        if (!content.isEmpty()) {
            Outcome outcome = Outcome.nothingNew(cached.head());
            content.forEach(command -> command.answer().accepted(outcome));
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
