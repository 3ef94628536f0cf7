package dev.parley.command.vault;

import dev.parley.kernel.member.UserId;

/** The key of this person was destroyed for good, so nothing new can be stored as theirs. */
final class ErasedPerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ErasedPerson(UserId owner) {
        super(owner + " was erased", null, false, false);
    }
}
