package dev.parley.command;

/** The event store is away, or has more to do than it can: nothing is known to be stored, and trying again is safe. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
