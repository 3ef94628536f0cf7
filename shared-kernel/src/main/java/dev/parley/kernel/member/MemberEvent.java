package dev.parley.kernel.member;

import dev.parley.kernel.Secret;
import dev.parley.kernel.classroom.ClassId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Everything that can happen to one person's membership and settings. */
public sealed interface MemberEvent {
    UserId member();

    /**
     * First seen here.
     *
     * @param issuedAt when the token was made that names them so; {@link Instant#EPOCH} where no token did, or in the
     *     days before it was told
     */
    @Revision("1")
    record MemberJoined(UserId member, Username username, Instant issuedAt) implements MemberEvent {}

    /**
     * The identity provider names them otherwise now.
     *
     * @param issuedAt as of {@link MemberJoined}
     */
    @Revision("1")
    record MemberRenamed(UserId member, Username username, Instant issuedAt) implements MemberEvent {}

    /** A newer token than theirs gives somebody else their username: until their next one they have none. */
    record UsernameLost(UserId member) implements MemberEvent {
        /** What stands where a username would. */
        public String placeholder() {
            return member.placeholder();
        }
    }

    /**
     * Their newest token lets them moderate, or do so no more.
     *
     * @param role by which they do: moderator or admin, or user for none
     * @param issuedAt when that token was made
     */
    record ModeratingRoleChanged(UserId member, Role role, Instant issuedAt) implements MemberEvent {}

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

    /** They, or an admin, want all that they wrote erased. Their account is closed from now on. */
    record ErasureRequested(UserId member) implements MemberEvent {}

    /** The key of all that they wrote is no more. */
    record MemberErased(UserId member) implements MemberEvent {
        /** What stands where a username would. */
        public String placeholder() {
            return member.placeholder();
        }
    }
}
