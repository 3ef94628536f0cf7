package dev.parley.query.member;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent;
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
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Whether one person is in kid mode.
 *
 * @param enabled by themselves
 * @param managing classes that keep them in it
 */
record KidMode(boolean enabled, Set<ClassId> managing) {
    static final KidMode OFF = new KidMode(false, Set.of());

    KidMode {
        managing = Set.copyOf(managing);
    }

    boolean on() {
        return enabled || !managing.isEmpty();
    }

    KidMode after(DomainEventMessage<?> event) {
        return switch ((MemberEvent) event.getPayload()) {
            case KidModeEnabled enabling -> new KidMode(true, managing);
            case KidModeDisabled disabling -> OFF;
            case ClassJoined joined -> managedBy(joined.classId(), joined.managed());
            case ClassLeft left -> managedBy(left.classId(), false);
            case MemberJoined other -> this;
            case MemberRenamed other -> this;
            case ZenModeSwitched other -> this;
            case ChatTabChosen other -> this;
            case MessagePrivacyChosen other -> this;
            case TeachingBegun other -> this;
            case TeachingEnded other -> this;
        };
    }

    private KidMode managedBy(ClassId classId, boolean managed) {
        Set<ClassId> all = new HashSet<>(managing);
        if (managed) {
            all.add(classId);
        } else {
            all.remove(classId);
        }
        return new KidMode(enabled, all);
    }
}
