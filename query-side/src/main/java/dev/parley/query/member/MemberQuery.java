package dev.parley.query.member;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;

/** Everything that can be asked about one person. */
public sealed interface MemberQuery {
    /** Answered with a {@link MemberView}, or nothing for somebody who has never come. */
    record FindMember(UserId member) implements MemberQuery {}

    /** As {@link FindMember}, for whoever goes by this username at present, in any case of its letters. */
    record FindMemberByUsername(Username username) implements MemberQuery {}

    /** Answered with the {@link SettingsView} of somebody, who need not have chosen anything yet. */
    record FindSettings(UserId member) implements MemberQuery {}
}
