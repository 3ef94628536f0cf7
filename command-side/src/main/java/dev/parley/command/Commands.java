package dev.parley.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way in for commands. */
public interface Commands {
    /**
     * Has a command handled, and completes once its events are stored for good.
     *
     * <p>With an idempotency key, the same actor's command with the same key and digest yields the first outcome again,
     * in parallel as well as after a restart. A key is remembered with the events that came of it: a command that was
     * refused, or led to no event, leaves its key unused.
     *
     * @return fails with {@link CommandRejected} when a rule refuses, with
     *     {@link dev.parley.kernel.InvalidValue} when a value is out of its bounds, and with
     *     {@link StoreUnavailable} when the event store is away, has more to do than it can, or has not answered within
     *     10 s ({@code parley.commands.deadline}); the command may then still take effect
     */
    CompletableFuture<Outcome> send(Command command, Origin origin);

    /**
     * The first outcome under an idempotency key, without handling anything: for what would be refused now, because it was
     * done before. Empty where the key is unused, or none.
     *
     * @return fails with {@link CommandRejected} where the key was used with another digest, and with
     *     {@link StoreUnavailable} when the event store does not answer
     */
    default CompletableFuture<Optional<Outcome>> earlier(Command command, Origin origin) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
