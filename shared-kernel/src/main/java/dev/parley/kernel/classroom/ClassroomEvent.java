package dev.parley.kernel.classroom;

import dev.parley.kernel.member.UserId;
import java.util.List;

/** Everything that can happen to a class. */
public sealed interface ClassroomEvent {
    ClassId classId();

    /**
     * Who is in the class from now on: everybody, not those who changed alone.
     *
     * @param managed whether its students are kept in kid mode
     */
    record ClassDefined(ClassId classId, List<UserId> teachers, List<UserId> students, boolean managed)
            implements ClassroomEvent {
        public ClassDefined {
            teachers = List.copyOf(teachers);
            students = List.copyOf(students);
        }
    }
}
