package dev.parley.command;

import dev.parley.kernel.member.UserId;

/** The keys with which people's texts are sealed wherever they are stored. */
@FunctionalInterface
public interface PersonalKeys {
    /**
     * Destroys the key of this person for good: nothing that they wrote can be read any more. Again, it changes nothing.
     *
     * @throws StoreUnavailable while the keys cannot be reached
     */
    void destroy(UserId owner);
}
