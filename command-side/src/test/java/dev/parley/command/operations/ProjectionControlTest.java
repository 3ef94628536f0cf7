package dev.parley.command.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.operations.ProjectionCommand.OperateProjection;
import dev.parley.command.operations.ProjectionCommand.Operation;
import dev.parley.command.operations.ProjectionCommand.RebuildProjection;
import dev.parley.command.operations.ProjectionCommand.RetryLetters;
import dev.parley.command.operations.ProjectionCommand.SkipLetter;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What operators ask of a projection. */
class ProjectionControlTest {
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    private static final LetterId LETTER = new LetterId(2, 42);
    private static final String WHY = "a field was added";
    private static final Map<Operation, Object> EVENTS = Map.of(
            Operation.VERIFY, new VerificationRequested(ROOMS),
            Operation.REPAIR, new RepairRequested(ROOMS),
            Operation.SWITCH, new SwitchRequested(ROOMS),
            Operation.ROLL_BACK, new RollbackRequested(ROOMS),
            Operation.CANCEL, new RebuildCancelled(ROOMS),
            Operation.PAUSE, new ProjectionPaused(ROOMS),
            Operation.RESUME, new ProjectionResumed(ROOMS));

    private final AggregateTestFixture<ProjectionControl> fixture = new AggregateTestFixture<>(ProjectionControl.class);

    @Test
    void isAnEventEachTime() {
        fixture.given(new ProjectionPaused(ROOMS))
                .when(new RebuildProjection(ADMIN, ROOMS, true, WHY))
                .expectEvents(new RebuildRequested(ROOMS, true));
        for (Operation operation : Operation.values()) {
            new AggregateTestFixture<>(ProjectionControl.class)
                    .givenNoPriorActivity()
                    .when(new OperateProjection(ADMIN, ROOMS, operation, WHY))
                    .expectEvents(EVENTS.get(operation));
        }
    }

    @Test
    void isToHandleDeadLettersAgainOrNever() {
        fixture.givenNoPriorActivity()
                .when(new RetryLetters(ADMIN, ROOMS, Optional.of(LETTER), WHY))
                .expectEvents(new RetryRequested(ROOMS, Optional.of(LETTER)));
        fixture.givenNoPriorActivity()
                .when(new RetryLetters(ADMIN, ROOMS, Optional.empty(), WHY))
                .expectEvents(new RetryRequested(ROOMS, Optional.empty()));
        fixture.givenNoPriorActivity()
                .when(new SkipLetter(ADMIN, ROOMS, LETTER, WHY))
                .expectEvents(new SkipRequested(ROOMS, LETTER));
    }

    @Test
    void isForAdmins() {
        for (Role role : new Role[] {Role.USER, Role.MODERATOR, Role.ANALYST, Role.SERVICE}) {
            Actor other = Actor.of(new UserId("other"), role);
            fixture.givenNoPriorActivity()
                    .when(new RebuildProjection(other, ROOMS, false, WHY))
                    .expectException(CommandRejected.class)
                    .expectNoEvents();
            fixture.givenNoPriorActivity()
                    .when(new OperateProjection(other, ROOMS, Operation.PAUSE, WHY))
                    .expectException(CommandRejected.class)
                    .expectNoEvents();
            fixture.givenNoPriorActivity()
                    .when(new RetryLetters(other, ROOMS, Optional.empty(), WHY))
                    .expectException(CommandRejected.class)
                    .expectNoEvents();
            fixture.givenNoPriorActivity()
                    .when(new SkipLetter(other, ROOMS, LETTER, WHY))
                    .expectException(CommandRejected.class)
                    .expectNoEvents();
        }
    }

    @Test
    void needsAReason() {
        assertThatThrownBy(() -> new RebuildProjection(ADMIN, ROOMS, false, " "))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new OperateProjection(ADMIN, ROOMS, Operation.PAUSE, null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new RetryLetters(ADMIN, ROOMS, Optional.empty(), ""))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new SkipLetter(ADMIN, ROOMS, LETTER, "")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        var told = new ProjectionControl();
        told.on(new ProjectionPaused(ROOMS));
        SnapshotShape.assertOfItsRevision(told);
        assertThat(SnapshotLog.throughJson(told)).usingRecursiveComparison().isEqualTo(told);
    }
}
