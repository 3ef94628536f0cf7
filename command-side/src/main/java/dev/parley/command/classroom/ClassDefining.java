package dev.parley.command.classroom;

import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment;
import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.kernel.Rejection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Defines classes: a class and the people whose place in it changes are changed together, in one unit of work. */
@Component
class ClassDefining {
    private final Repository<Classroom> classrooms;
    private final Enrolment enrolment;

    ClassDefining(Repository<Classroom> classrooms, Enrolment enrolment) {
        this.classrooms = classrooms;
        this.enrolment = enrolment;
    }

    @CommandHandler
    void handle(DefineClass command) throws Exception {
        CommandRejected.unless(command.actor().isService(), Rejection.NOT_ALLOWED, "Services define classes.");
        ClassRegister next = ClassRegister.of(command.teachers(), command.students(), command.managed());
        CommandRejected.unless(
                next.people() <= Classroom.MAX_PEOPLE, Rejection.CLASS_FULL, "A class has at most 200 people.");
        Aggregate<Classroom> classroom = classrooms.loadOrCreate(command.stream(), Classroom::new);
        enrolment.place(command.classId(), classroom.invoke(now -> now.changesTo(next)));
        classroom.execute(now -> now.define(command, next));
    }
}
