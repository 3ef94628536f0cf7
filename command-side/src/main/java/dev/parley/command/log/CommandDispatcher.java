package dev.parley.command.log;

import static dev.parley.kernel.Rejection.IDEMPOTENCY_KEY_REUSED;
import static dev.parley.kernel.Rejection.NOT_ALLOWED;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.function.Function.identity;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Failure;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.Failures;
import dev.parley.kernel.Repetition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Sends commands to the bus in their {@linkplain CommandEnvelope envelope}. A command with an idempotency key has an id
 * that follows from actor and key: whatever keeps it from being accepted again, or leaves it nothing to do, the outcome that
 * is stored under that id answers it. A command in whose place another was stored is handled anew, several times if need
 * be, while the sender waits.
 */
class CommandDispatcher implements Commands {
    private static final int MAX_TRIES = 12;
    private static final int MAX_PAUSE_MILLIS = 256;

    private final CommandBus bus;
    private final StoredCommands stored;
    private final Executor executor;
    private final MeterRegistry meters;
    private final Duration deadline;

    /**
     * @param executor for look-ups that block
     * @param deadline how long the sender waits at most
     */
    CommandDispatcher(
            CommandBus bus, StoredCommands stored, Executor executor, MeterRegistry meters, Duration deadline) {
        this.bus = bus;
        this.stored = stored;
        this.executor = executor;
        this.meters = meters;
        this.deadline = deadline;
    }

    @Override
    public CompletableFuture<Outcome> send(Command command, Origin origin) {
        if (command.actor().poses()) {
            return CompletableFuture.failedFuture(
                    new CommandRejected(NOT_ALLOWED, "This id is the server's own, and nobody else's."));
        }
        Timer.Sample started = Timer.start(meters);
        CommandMessage<Command> message = CommandEnvelope.around(command, origin);
        return attempt(new Attempt(message, origin, now() + deadline.toNanos(), 1))
                .thenCompose(this::followed)
                .orTimeout(deadline.toMillis(), MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(command, failure)))
                .whenComplete((done, failure) -> started.stop(timer(command, failure)));
    }

    @Override
    public CompletableFuture<Optional<Outcome>> earlier(Command command, Origin origin) {
        if (origin.key().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return firstOutcome(CommandEnvelope.around(command, origin), origin)
                .orTimeout(deadline.toMillis(), MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(command, failure)));
    }

    /**
     * @param end when the sender waits no more, by {@link #now}
     * @param number 1 for the first
     */
    private record Attempt(CommandMessage<Command> message, Origin origin, long end, int number) {
        Attempt next() {
            return new Attempt(message, origin, end, number + 1);
        }

        boolean hasKey() {
            return !origin.key().isEmpty();
        }
    }

    private CompletableFuture<Outcome> attempt(Attempt attempt) {
        return dispatch(attempt.message())
                .thenCompose(outcome -> outcome.events().isEmpty() && attempt.hasKey()
                        ? firstOutcome(attempt).thenApply(first -> first.orElse(outcome))
                        : CompletableFuture.completedFuture(outcome))
                .exceptionallyCompose(failure -> answerFailed(attempt, failure));
    }

    private CompletableFuture<Outcome> answerFailed(Attempt attempt, Throwable failure) {
        if (Failures.told(failure) instanceof RepeatedCommand repeated
                && repeated.earlier().isPresent()) {
            return earlierOutcome(repeated.earlier().get());
        }
        Failure kind = Failure.of(failure);
        boolean mayBeStored = kind == Failure.REPEATED || (kind != Failure.TURNED_AWAY && attempt.hasKey());
        CompletableFuture<Optional<Outcome>> earlier =
                mayBeStored ? firstOutcome(attempt) : CompletableFuture.completedFuture(Optional.empty());
        return earlier.thenCompose(first -> {
            if (first.isPresent()) {
                return CompletableFuture.completedFuture(first.get());
            }
            return kind == Failure.CONFLICT && attempt.number() < MAX_TRIES
                    ? attemptAgain(attempt.next(), failure)
                    : CompletableFuture.failedFuture(failure);
        });
    }

    /**
     * After a pause at random, which is longer each time: those who got in each other's way do not meet again. Not once the
     * sender has been told that nothing came of it.
     */
    private CompletableFuture<Outcome> attemptAgain(Attempt next, Throwable failure) {
        int longest = Math.min(1 << (next.number() - 1), MAX_PAUSE_MILLIS);
        int pause = ThreadLocalRandom.current().nextInt(longest);
        return CompletableFuture.supplyAsync(
                        () -> next.end() - now() > 0 ? attempt(next) : CompletableFuture.<Outcome>failedFuture(failure),
                        CompletableFuture.delayedExecutor(pause, MILLISECONDS, executor))
                .thenCompose(identity());
    }

    /** In nanoseconds, by the clock that commands are timed with. */
    private long now() {
        return meters.config().clock().monotonicTime();
    }

    private CompletableFuture<Optional<Outcome>> firstOutcome(Attempt attempt) {
        return firstOutcome(attempt.message(), attempt.origin());
    }

    /** @return fails when another request has used the key */
    private CompletableFuture<Optional<Outcome>> firstOutcome(CommandMessage<?> message, Origin origin) {
        return CompletableFuture.supplyAsync(
                () -> stored.find(message.getIdentifier()).map(found -> answer(found, origin)), executor);
    }

    /** Where all that came of the command is that it repeated an earlier one, that one's outcome. */
    private CompletableFuture<Outcome> followed(Outcome outcome) {
        return outcome.first(Repetition.class)
                .map(repeated -> earlierOutcome(repeated.event().earlierCommand()))
                .orElseGet(() -> CompletableFuture.completedFuture(outcome));
    }

    /** Of another command, which asked for the same: its request need not have been this one. */
    private CompletableFuture<Outcome> earlierOutcome(String commandId) {
        return CompletableFuture.supplyAsync(
                () -> stored.findForAnother(commandId).orElseThrow(() -> RepeatedCommand.of(commandId)), executor);
    }

    private CompletableFuture<Outcome> dispatch(CommandMessage<Command> message) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            bus.<Command, Outcome>dispatch(message, (sent, result) -> {
                if (result.isExceptional()) {
                    outcome.completeExceptionally(result.exceptionResult());
                } else {
                    outcome.complete(result.getPayload());
                }
            });
        } catch (RuntimeException failure) {
            outcome.completeExceptionally(failure);
        }
        return outcome;
    }

    private static Outcome answer(StoredCommands.Stored found, Origin origin) {
        CommandRejected.unless(
                found.digest().equals(origin.digest()),
                IDEMPOTENCY_KEY_REUSED,
                "The idempotency key was used before, for another request");
        return found.outcome();
    }

    /** What the sender is told: rules and bounds as they are, an unknown aggregate by its rule, all else as the store's. */
    private static Throwable told(Command command, Throwable failure) {
        Throwable cause = Failures.told(failure);
        return switch (Failure.of(cause)) {
            case REFUSED ->
                cause instanceof AggregateNotFoundException
                        ? new CommandRejected(command.whenUnknown(), "Nothing has this id")
                        : cause;
            case TURNED_AWAY -> new StoreUnavailable(cause.getMessage(), cause);
            case REPEATED, CONFLICT, AWAY ->
                cause instanceof StoreUnavailable
                        ? cause
                        : new StoreUnavailable("The event store does not answer", cause);
            case BUG -> cause;
        };
    }

    private Timer timer(Command command, Throwable failure) {
        return meters.timer(
                "parley.commands", "command", command.getClass().getSimpleName(), "result", result(failure));
    }

    private static String result(Throwable failure) {
        if (failure == null) {
            return "accepted";
        }
        return Failure.of(failure) == Failure.REFUSED ? "refused" : "failed";
    }
}
