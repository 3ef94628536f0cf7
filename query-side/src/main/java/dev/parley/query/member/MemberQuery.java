package dev.parley.query.member;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastStream;

/** Everything that can be asked about one person. */
public sealed interface MemberQuery {
    /** Answered with the {@link SettingsView} of somebody, who need not have chosen anything yet. */
    record FindSettings(UserId member) implements MemberQuery {}

    /** Answered with a {@link MemberView}, or nothing if this person has never been here. */
    record FindMember(UserId member) implements MemberQuery {}

    /**
     * Answered with a {@link MemberView} as it was, or nothing if this person had never been here.
     *
     * @param person their stream then
     */
    record FindMemberAsOf(PastStream person) implements MemberQuery {}
}
