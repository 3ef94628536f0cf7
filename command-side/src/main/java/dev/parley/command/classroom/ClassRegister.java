package dev.parley.command.classroom;

import dev.parley.command.Enrolment.Place;
import dev.parley.kernel.member.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is in a class, and whether it keeps its students in kid mode. */
record ClassRegister(Set<UserId> teachers, Set<UserId> students, boolean managed) {
    static final ClassRegister EMPTY = new ClassRegister(Set.of(), Set.of(), false);

    ClassRegister {
        teachers = Set.copyOf(teachers);
        students = Set.copyOf(students);
    }

    static ClassRegister of(Collection<UserId> teachers, Collection<UserId> students, boolean managed) {
        return new ClassRegister(new HashSet<>(teachers), new HashSet<>(students), managed);
    }

    int people() {
        return teachers.size() + students.size();
    }

    /** The new places of those who have another in {@code next} than here. */
    Map<UserId, Place> changesTo(ClassRegister next) {
        Map<UserId, Place> changes = new HashMap<>();
        places().keySet().forEach(person -> changes.put(person, Place.NONE));
        changes.putAll(next.places());
        changes.entrySet().removeAll(places().entrySet());
        return changes;
    }

    private Map<UserId, Place> places() {
        Map<UserId, Place> places = new HashMap<>();
        teachers.forEach(teacher -> places.put(teacher, Place.TEACHER));
        students.forEach(student -> places.put(student, managed ? Place.MANAGED_STUDENT : Place.STUDENT));
        return places;
    }
}
