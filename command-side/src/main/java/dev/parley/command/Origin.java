package dev.parley.command;

/**
 * Where a command came from.
 *
 * @param correlation id of the request that began it; every event that follows carries it
 * @param causation id of what the command directly followed from: the request, or an event
 * @param key idempotency key, unique per actor, at most 64 characters; empty for none
 * @param digest of the request that came with the key: the same key with another digest is refused
 */
public record Origin(String correlation, String causation, String key, String digest) {
    /** A request with an idempotency key. */
    public Origin(String correlation, String key, String digest) {
        this(correlation, correlation, key, digest);
    }

    /** A request without an idempotency key. */
    public static Origin of(String correlation) {
        return following(correlation, correlation);
    }

    /** An event, which itself followed from a request. */
    public static Origin following(String correlation, String causation) {
        return new Origin(correlation, causation, "", "");
    }
}
