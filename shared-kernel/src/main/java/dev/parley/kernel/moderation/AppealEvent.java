package dev.parley.kernel.moderation;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;

/** Everything that can happen to an appeal. Why a moderator answered so is told by the envelope. */
public sealed interface AppealEvent {
    AppealId appealId();

    /** @param actedBy the moderator against whose action it is */
    record AppealFiled(AppealId appealId, UserId member, UserId actedBy, PersonalText text) implements AppealEvent {}

    /** The action was wrong: what of it still held was lifted with this. */
    record AppealGranted(AppealId appealId, UserId member, UserId moderator) implements AppealEvent {}

    record AppealRejected(AppealId appealId, UserId member, UserId moderator) implements AppealEvent {}
}
