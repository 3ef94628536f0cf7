package dev.parley.kernel.member;

import dev.parley.kernel.Secret;
import dev.parley.kernel.classroom.ClassId;
import java.time.Instant;
import java.util.Optional;

/** Everything that can happen to one person's membership and settings. */
public sealed interface MemberEvent {
    UserId member();

    /** First seen here. */
    record MemberJoined(UserId member, Username username) implements MemberEvent {}

    /** The identity provider names them otherwise now. */
    record MemberRenamed(UserId member, Username username) implements MemberEvent {}

    record ZenModeSwitched(UserId member, boolean on) implements MemberEvent {}

    record ChatTabChosen(UserId member, ChatTab tab) implements MemberEvent {}

    record MessagePrivacyChosen(UserId member, MessagePrivacy privacy) implements MemberEvent {}

    /**
     * All that strangers could reach them by is closed from now on.
     *
     * @param passwordHash of the password that ends it, as a password hash with its own salt
     */
    record KidModeEnabled(UserId member, @Secret String passwordHash) implements MemberEvent {}

    /** By the person with the password, or by a class teacher or service without: no class manages it any more. */
    record KidModeDisabled(UserId member) implements MemberEvent {}

    /**
     * Is a student of this class; again when it begins or ceases to be managed.
     *
     * @param managed whether the class keeps its students in kid mode
     */
    record ClassJoined(UserId member, ClassId classId, boolean managed) implements MemberEvent {}

    record ClassLeft(UserId member, ClassId classId) implements MemberEvent {}

    record TeachingBegun(UserId member, ClassId classId) implements MemberEvent {}

    record TeachingEnded(UserId member, ClassId classId) implements MemberEvent {}

    /**
     * A moderator has told the person that they broke a rule.
     *
     * @param reason what the person is told
     */
    record MemberWarned(UserId member, ActionId action, String reason) implements MemberEvent {}

    /**
     * Holds at once, in place of the one of the same kind that held until then.
     *
     * @param reason what the person is told
     * @param until first instant at which it is over; empty for good
     */
    record SanctionImposed(UserId member, ActionId action, Sanction sanction, String reason, Optional<Instant> until)
            implements MemberEvent {}

    /** Its time has come. */
    record SanctionEnded(UserId member, ActionId action, Sanction sanction) implements MemberEvent {}

    /** A moderator has ended it before its time. */
    record SanctionLifted(UserId member, ActionId action, Sanction sanction) implements MemberEvent {}
}
