package dev.parley.command;

import dev.parley.kernel.member.UserId;

/**
 * Tells whether two secrets of one person are the same, and nothing else of either: a digest, 22 characters, keyed by
 * the server's master key. All nodes that share the key agree. Those of two people never match.
 */
@FunctionalInterface
public interface SecretDigests {
    String of(UserId owner, String secret);
}
