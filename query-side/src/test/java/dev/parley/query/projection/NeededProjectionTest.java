package dev.parley.query.projection;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.MongoForTests;
import dev.parley.query.ReadRefused;
import dev.parley.query.RunningReadModel;
import dev.parley.query.projection.ProjectionQuery.CheckOperation;
import dev.parley.query.projection.ProjectionQuery.Need;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The projection from which the others learn what is asked of them. */
class NeededProjectionTest {
    private static final ProjectionName OPERATIONS = new ProjectionName(Operations.PROJECTION);
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);

    private final MongoForTests mongo = new MongoForTests();
    private final RunningReadModel readModel = new RunningReadModel(new InMemoryEventStorageEngine(), mongo.address());

    @AfterEach
    void close() {
        readModel.close();
        mongo.close();
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void isAskedNothing(Need need) {
        var queries = readModel.bean(ProjectionQueryHandler.class);
        assertThatThrownBy(() -> queries.handle(new CheckOperation(ADMIN, OPERATIONS, need)))
                .isInstanceOfSatisfying(
                        ReadRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rejection.PROJECTION_NEEDED));
    }

    /** As it may have been asked before that was refused. */
    @Test
    void isNeverPaused() {
        pause(OPERATIONS);
        pause(ROOMS);
        eventually(() -> known(ROOMS).paused());
        assertThat(known(OPERATIONS).paused()).isFalse();
    }

    private void pause(ProjectionName projection) {
        readModel.append(List.of(new GenericDomainEventMessage<>(
                "ProjectionControl", projection.toString(), 0, new ProjectionPaused(projection))));
    }

    private Registered known(ProjectionName projection) {
        return readModel.bean(Registry.class).of(List.of(projection.value())).get(projection.value());
    }
}
