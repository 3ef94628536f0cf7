package dev.parley.command;

import javax.crypto.SecretKey;

/**
 * Keys for HMAC-SHA-256, one for each name, which follow from the server's master key: all nodes that share it have the
 * same. What was made with one says nothing of what was made with another.
 */
@FunctionalInterface
public interface PseudonymKeys {
    SecretKey of(String name);
}
