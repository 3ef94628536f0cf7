package dev.parley.command.classroom;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.Enrolment.Place;
import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.kernel.classroom.ClassroomEvent.ClassDefined;
import dev.parley.kernel.member.UserId;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A class as {@link ClassDefining} last defined it: at most 200 people, each either teacher or student. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Classroom {
    static final int MAX_PEOPLE = 200;

    @AggregateIdentifier
    private String stream;

    private ClassRegister register = ClassRegister.EMPTY;

    Classroom() {} // filled from events

    /** Who would have another place than now. */
    Map<UserId, Place> changesTo(ClassRegister next) {
        return register.changesTo(next);
    }

    void define(DefineClass asked, ClassRegister next) {
        if (stream == null || !next.equals(register)) {
            apply(new ClassDefined(asked.classId(), asked.teachers(), asked.students(), asked.managed()));
        }
    }

    @EventSourcingHandler
    void on(ClassDefined event) {
        stream = event.classId().stream();
        register = ClassRegister.of(event.teachers(), event.students(), event.managed());
    }
}
