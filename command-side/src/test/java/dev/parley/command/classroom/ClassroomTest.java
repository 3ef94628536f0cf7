package dev.parley.command.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.classroom.ClassroomEvent.ClassDefined;
import dev.parley.kernel.member.UserId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class keeps. Who may define one is a matter of {@link ClassDefining}. */
class ClassroomTest {
    private static final ClassDefined DEFINED =
            new ClassDefined(new ClassId("chess"), List.of(new UserId("tom")), List.of(new UserId("ann")), true);

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        Classroom defined = defined();
        assertThat(SnapshotLog.throughJson(defined)).usingRecursiveComparison().isEqualTo(defined);
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(defined());
    }

    private static Classroom defined() {
        Classroom classroom = new Classroom();
        classroom.on(DEFINED);
        return classroom;
    }
}
