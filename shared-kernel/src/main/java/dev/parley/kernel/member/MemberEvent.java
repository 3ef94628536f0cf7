package dev.parley.kernel.member;

/** Everything that can happen to one person's membership and settings. */
public sealed interface MemberEvent {
    UserId member();

    /** First seen here. */
    record MemberJoined(UserId member, Username username) implements MemberEvent {}

    /** The identity provider names them otherwise now. */
    record MemberRenamed(UserId member, Username username) implements MemberEvent {}

    record ZenModeSwitched(UserId member, boolean on) implements MemberEvent {}

    record ChatTabChosen(UserId member, ChatTab tab) implements MemberEvent {}
}
