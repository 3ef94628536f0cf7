package dev.parley.command;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.UserId;
import java.util.Map;

/** What people are in a class, kept with each of them, in the unit of work of the command that says so. */
public interface Enrolment {
    /** What somebody is in a class. */
    enum Place {
        NONE,
        STUDENT,
        /** A student whom the class keeps in kid mode. */
        MANAGED_STUDENT,
        TEACHER
    }

    /**
     * Gives each of these people their place; who has it already stays as they are.
     *
     * @throws CommandRejected as {@code UNKNOWN_USER} if one of them never joined, as {@code CLASS_FULL} if one would
     *     be in more than 50 classes; then nothing has changed
     * @throws Exception what loading them failed with
     */
    void place(ClassId classId, Map<UserId, Place> places) throws Exception;
}
