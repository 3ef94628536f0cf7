package dev.parley.kernel.member;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What others look at in a person before they deal with them, as that person's own events tell it.
 *
 * @param joinedAt {@link Instant#MAX} for somebody who never came
 * @param ownKidMode whether they turned kid mode on themselves
 * @param attends classes whose student they are, each with whether it keeps them in kid mode
 * @param teaches classes whose teacher they are
 * @param actions how often a moderator has done something about them
 * @param imposed sanctions that were not said to be over yet: of each kind the latest
 * @param erased whether all that they wrote is erased, or about to be
 */
public record Standing(
        Instant joinedAt,
        boolean ownKidMode,
        MessagePrivacy privacy,
        Map<ClassId, Boolean> attends,
        Set<ClassId> teaches,
        long actions,
        Map<Sanction, Imposed> imposed,
        boolean erased) {
    /** Of somebody who never came. */
    public static final Standing UNKNOWN =
            new Standing(Instant.MAX, false, MessagePrivacy.EVERYONE, Map.of(), Set.of(), 0, Map.of(), false);

    public Standing {
        attends = Map.copyOf(attends);
        teaches = Set.copyOf(teaches);
        imposed = Map.copyOf(imposed);
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

    /** Whether this is a teacher of one of their classes. */
    public boolean isTaughtBy(Standing teacher) {
        return !Collections.disjoint(attends.keySet(), teacher.teaches);
    }

    /** What they are kept from at this instant. An account that is erased is closed for good. */
    public Set<Sanction> sanctions(Instant now) {
        if (erased) {
            return Set.of(Sanction.ACCOUNT_BAN);
        }
        return imposed.isEmpty()
                ? Set.of()
                : imposed.entrySet().stream()
                        .filter(one -> one.getValue().holds(now))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The sanction that this action imposed, if it still holds. */
    public Optional<Sanction> heldBy(ActionId action, Instant now) {
        return imposed.entrySet().stream()
                .filter(one ->
                        one.getValue().action().equals(action) && one.getValue().holds(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a later sanction of this kind than that of this action holds. */
    public boolean isReplaced(ActionId action, Sanction kind, Instant now) {
        Imposed latest = imposed.get(kind);
        return latest != null && latest.holds(now) && latest.action().number() > action.number();
    }

    /** The sanction behind a refusal, if one was imposed that has this rule. */
    public Optional<Imposed> imposedBy(Rejection rule) {
        return imposed.entrySet().stream()
                .filter(one -> one.getKey().rule() == rule)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public boolean isBanned(Instant now) {
        return erased || !imposed.isEmpty() && sanctions(now).contains(Sanction.ACCOUNT_BAN);
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
            case MemberJoined joined -> joined(at);
            case MemberRenamed renamed -> this;
            case UsernameLost lost -> this;
            case ModeratingRoleChanged changed -> this;
            case ZenModeSwitched switched -> this;
            case ChatTabChosen chosen -> this;
            case MessagePrivacyChosen chosen -> taking(chosen.privacy());
            case KidModeEnabled enabled -> inKidMode(true, attends);
            case KidModeDisabled disabled -> inKidMode(false, unmanaged());
            case ClassJoined joined -> attending(joined);
            case ClassLeft left -> leaving(left.classId());
            case TeachingBegun begun -> teaching(begun.classId(), true);
            case TeachingEnded ended -> teaching(ended.classId(), false);
            case MemberWarned warned -> acted(warned.action(), imposed);
            case SanctionImposed sanction -> imposing(sanction);
            case SanctionEnded ended -> without(ended.sanction(), ended.action());
            case SanctionLifted lifted -> without(lifted.sanction(), lifted.action());
            case ErasureRequested requested -> closed();
            case MemberErased gone -> closed();
        };
    }

    private Standing joined(Instant at) {
        return new Standing(at, ownKidMode, privacy, attends, teaches, actions, imposed, erased);
    }

    private Standing closed() {
        return new Standing(joinedAt, ownKidMode, privacy, attends, teaches, actions, imposed, true);
    }

    private Standing taking(MessagePrivacy chosen) {
        return new Standing(joinedAt, ownKidMode, chosen, attends, teaches, actions, imposed, erased);
    }

    private Standing inKidMode(boolean own, Map<ClassId, Boolean> attending) {
        return new Standing(joinedAt, own, privacy, attending, teaches, actions, imposed, erased);
    }

    private Map<ClassId, Boolean> unmanaged() {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.replaceAll((classId, managed) -> false);
        return now;
    }

    private Standing attending(ClassJoined joined) {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.put(joined.classId(), joined.managed());
        return inKidMode(ownKidMode, now);
    }

    private Standing leaving(ClassId classId) {
        Map<ClassId, Boolean> now = new HashMap<>(attends);
        now.remove(classId);
        return inKidMode(ownKidMode, now);
    }

    private Standing teaching(ClassId classId, boolean teacher) {
        Set<ClassId> now = new HashSet<>(teaches);
        if (teacher) {
            now.add(classId);
        } else {
            now.remove(classId);
        }
        return new Standing(joinedAt, ownKidMode, privacy, attends, now, actions, imposed, erased);
    }

    private Standing imposing(SanctionImposed sanction) {
        Map<Sanction, Imposed> now = new HashMap<>(imposed);
        now.put(sanction.sanction(), new Imposed(sanction.action(), sanction.reason(), sanction.until()));
        return acted(sanction.action(), now);
    }

    private Standing acted(ActionId action, Map<Sanction, Imposed> now) {
        return new Standing(joinedAt, ownKidMode, privacy, attends, teaches, action.number(), now, erased);
    }

    /** Another of the same kind that was imposed since stays. */
    private Standing without(Sanction kind, ActionId action) {
        Map<Sanction, Imposed> now = new HashMap<>(imposed);
        now.computeIfPresent(kind, (same, one) -> one.action().equals(action) ? null : one);
        return new Standing(joinedAt, ownKidMode, privacy, attends, teaches, actions, now, erased);
    }
}
