package dev.parley.command.classroom;

import dev.parley.command.Command;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a class. */
public sealed interface ClassroomCommand extends Command {
    ClassId classId();

    @TargetAggregateIdentifier
    default String stream() {
        return classId().stream();
    }

    /**
     * By a service: who is in the class from now on, and nobody else. What is so already leads to no event. Refused as
     * {@code CLASS_FULL} where more than 200 people would be in the class, or somebody in more than 50 classes, and as
     * {@code UNKNOWN_USER} where somebody is named who never joined.
     *
     * @param teachers each counted once, however often named
     * @param students likewise
     * @param managed whether its students are kept in kid mode
     */
    record DefineClass(Actor actor, ClassId classId, List<UserId> teachers, List<UserId> students, boolean managed)
            implements ClassroomCommand {
        /** @throws InvalidValue if somebody is to be both teacher and student */
        public DefineClass {
            teachers = List.copyOf(new LinkedHashSet<>(teachers));
            students = List.copyOf(new LinkedHashSet<>(students));
            InvalidValue.unless(
                    Collections.disjoint(teachers, students), "students", "nobody who is a teacher of the class");
        }
    }
}
