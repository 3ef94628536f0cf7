package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment.Place;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import java.util.ArrayList;
import java.util.List;

/** What it takes for somebody to have a place in a class; nobody is in more than 50. */
final class Placing {
    private static final int MAX_CLASSES = 50;

    private Placing() {}

    /** @throws CommandRejected as {@code CLASS_FULL} if that would be one class too many */
    static void requireRoom(Standing person, ClassId classId) {
        CommandRejected.unless(
                person.isIn(classId) || person.classes() < MAX_CLASSES,
                Rejection.CLASS_FULL,
                "Nobody is in more than 50 classes.");
    }

    /** What has to happen, in its order; nothing where they have the place already. */
    static List<MemberEvent> events(UserId id, Standing person, ClassId classId, Place place) {
        Boolean attends = person.attends().get(classId);
        boolean teaches = person.teaches().contains(classId);
        boolean managed = place == Place.MANAGED_STUDENT;
        boolean student = managed || place == Place.STUDENT;
        List<MemberEvent> events = new ArrayList<>();
        if (attends != null && !student) {
            events.add(new ClassLeft(id, classId));
        }
        if (teaches && place != Place.TEACHER) {
            events.add(new TeachingEnded(id, classId));
        }
        if (student && !Boolean.valueOf(managed).equals(attends)) {
            events.add(new ClassJoined(id, classId, managed));
        }
        if (place == Place.TEACHER && !teaches) {
            events.add(new TeachingBegun(id, classId));
        }
        return events;
    }
}
