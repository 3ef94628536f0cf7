package dev.parley.kernel;

import dev.parley.kernel.member.UserId;

/**
 * Keeps personal text sealed wherever something is built from events and stored: with the key of its owner, so that it is
 * erased there with all the rest when that key is destroyed.
 */
public interface TextSeal {
    /** What stands for a text that is empty, or whose owner has no key any more. */
    byte[] NOTHING = {};

    /**
     * Seals the same text of the same owner always as the same bytes, so that what is built twice from the same events is
     * the same.
     *
     * @return {@link #NOTHING} for an empty text, and when the owner's key was destroyed
     */
    byte[] close(PersonalText text);

    /** @return {@link PersonalText#ERASED} for {@link #NOTHING}, and when the owner's key was destroyed */
    PersonalText open(UserId owner, byte[] sealed);

    /** Is told that the owner's key was destroyed, on whatever node: from now on nothing of theirs is opened here. */
    void forget(UserId owner);
}
