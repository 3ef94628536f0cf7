package dev.parley.kernel.member;

/** Whose a username is. */
public sealed interface UsernameEvent {
    UsernameId usernameId();

    record UsernameClaimed(UsernameId usernameId, UserId owner) implements UsernameEvent {}

    /** The one who had it goes by another now, and it is free. */
    record UsernameReleased(UsernameId usernameId, UserId owner) implements UsernameEvent {}
}
