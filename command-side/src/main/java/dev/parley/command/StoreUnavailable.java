package dev.parley.command;

/**
 * The event store is away, or has more to do than it can. Nothing is known to be stored, yet it may be, or may still
 * come to be: trying again is safe with an idempotency key, and may otherwise do the same twice.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
