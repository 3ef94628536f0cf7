package dev.parley.command.vault;

import javax.crypto.SecretKey;

/** What is known of one person's key, once one was made. */
sealed interface PersonKey {
    record Usable(SecretKey key) implements PersonKey {}

    /** Gone for good: what it sealed is erased, and there will be no other. */
    record Destroyed() implements PersonKey {}
}
