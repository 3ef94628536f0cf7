package dev.parley.kernel;

import java.util.concurrent.CompletionException;

/** What failures of others' work are. */
public final class Failures {
    private Failures() {}

    /** The failure itself, where a future wrapped it. */
    public static Throwable told(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
