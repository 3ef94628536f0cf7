package dev.parley.command;

import java.util.concurrent.CompletableFuture;

/** The way in for commands. */
public interface Commands {
    /**
     * Has a command handled, and completes once its events are stored for good.
     *
     * <p>With an idempotency key, the same actor's command with the same key and digest yields the first outcome again,
     * in parallel as well as after a restart.
     *
     * @return fails with {@link CommandRejected} when a rule refuses, with
     *     {@link dev.parley.kernel.InvalidValue} when a value is out of its bounds, and with
     *     {@link StoreUnavailable} when the event store is away or has more to do than it can
     */
    CompletableFuture<Outcome> send(Command command, Origin origin);
}
