package dev.parley.kernel.member;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What others look at in a person before they deal with them, as that person's own events tell it.
 *
 * @param joinedAt {@link Instant#MAX} for somebody who never came
 * @param ownKidMode whether they turned kid mode on themselves
 * @param attends classes whose student they are, each with whether it keeps them in kid mode
 * @param teaches classes whose teacher they are
 */
public record Standing(
        Instant joinedAt,
        boolean ownKidMode,
        MessagePrivacy privacy,
        Map<ClassId, Boolean> attends,
        Set<ClassId> teaches) {
    /** Of somebody who never came. */
    public static final Standing UNKNOWN =
            new Standing(Instant.MAX, false, MessagePrivacy.EVERYONE, Map.of(), Set.of());

    public Standing {
        attends = Map.copyOf(attends);
        teaches = Set.copyOf(teaches);
    }

    public boolean joined() {
        return !joinedAt.equals(Instant.MAX);
    }

    /** Whether all that strangers could reach them by is closed. */
    public boolean kid() {
        return ownKidMode || managed();
    }

    /** Whether a class keeps them in kid mode. */
    public boolean managed() {
        return attends.containsValue(true);
    }

    /** None, for as long as there is no moderation. */
    public Set<Sanction> sanctions() {
        return Set.of();
    }

    /** How many classes they are in, as student or as teacher. */
    public int classes() {
        return attends.size() + teaches.size();
    }

    public boolean isIn(ClassId classId) {
        return attends.containsKey(classId) || teaches.contains(classId);
    }

    /** @param at when the event happened */
    public Standing after(MemberEvent event, Instant at) {
        return switch (event) {
            case MemberJoined joined -> new Standing(at, ownKidMode, privacy, attends, teaches);
            case MemberRenamed renamed -> this;
            case UsernameLost lost -> this;
            case ZenModeSwitched switched -> this;
            case ChatTabChosen chosen -> this;
            case MessagePrivacyChosen chosen -> new Standing(joinedAt, ownKidMode, chosen.privacy(), attends, teaches);
            case KidModeEnabled enabled -> new Standing(joinedAt, true, privacy, attends, teaches);
            case KidModeDisabled disabled -> new Standing(joinedAt, false, privacy, unmanaged(), teaches);
            case ClassJoined joined -> attending(joined);
            case ClassLeft left -> leaving(left.classId());
            case TeachingBegun begun -> teaching(begun.classId(), true);
            case TeachingEnded ended -> teaching(ended.classId(), false);
        };
    }

    private Map<ClassId, Boolean> unmanaged() {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.replaceAll((classId, managed) -> false);
        return now;
    }

    private Standing attending(ClassJoined joined) {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.put(joined.classId(), joined.managed());
        return new Standing(joinedAt, ownKidMode, privacy, now, teaches);
    }

    private Standing leaving(ClassId classId) {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.remove(classId);
        return new Standing(joinedAt, ownKidMode, privacy, now, teaches);
    }

    private Standing teaching(ClassId classId, boolean teacher) {
        Set<ClassId> now = new HashSet<>(teaches);
        if (teacher) {
            now.add(classId);
        } else {
            now.remove(classId);
        }
        return new Standing(joinedAt, ownKidMode, privacy, attends, now);
    }
}
