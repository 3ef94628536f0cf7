package dev.parley.command;

/**
 * Where a command came from.
 *
 * @param correlation id of the request that began it; every event that follows carries it
 * @param key idempotency key, unique per actor, at most 64 characters; empty for none
 * @param digest of the request that came with the key: the same key with another digest is refused
 */
public record Origin(String correlation, String key, String digest) {
    public static Origin of(String correlation) {
        return new Origin(correlation, "", "");
    }
}
