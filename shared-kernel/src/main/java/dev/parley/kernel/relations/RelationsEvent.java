package dev.parley.kernel.relations;

import dev.parley.kernel.member.UserId;

/** Everything that can happen between one person and those whom they follow or block. */
public sealed interface RelationsEvent {
    /** Whose relations these are. */
    UserId person();

    UserId other();

    default RelationsId relationsId() {
        return RelationsId.of(person());
    }

    record Followed(UserId person, UserId other) implements RelationsEvent {}

    /** Of their own accord, or because one of the two has blocked the other. */
    record Unfollowed(UserId person, UserId other) implements RelationsEvent {}

    record Blocked(UserId person, UserId other) implements RelationsEvent {}

    record Unblocked(UserId person, UserId other) implements RelationsEvent {}

    /** Began a conversation with them, which is allowed so many times a day. */
    record Contacted(UserId person, UserId other) implements RelationsEvent {}
}
