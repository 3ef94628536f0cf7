package dev.parley.query.member;

import dev.parley.kernel.member.UserId;

/** Everything that can be asked about one person. */
public sealed interface MemberQuery {
    /** Answered with the {@link SettingsView} of somebody, who need not have chosen anything yet. */
    record FindSettings(UserId member) implements MemberQuery {}
}
