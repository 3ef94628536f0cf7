package dev.parley.query.roomdays;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.MongoForTests;
import dev.parley.query.RunningReadModel;
import dev.parley.query.Streams;
import dev.parley.query.projection.ProjectionQuery.FindProjection;
import dev.parley.query.projection.ProjectionView;
import dev.parley.query.projection.ProjectionView.VersionView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryGateway;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/** The projection that the documentation shows as one of one's own: what it says of it is so. */
class RoomDayProjectionTest {
    private static final ProjectionName NAME = new ProjectionName("room-days");
    private static final RoomId ROOM = new RoomId("team~t1");
    private static final UserId ANN = new UserId("ann");

    private final MongoForTests mongo = new MongoForTests();
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final RunningReadModel readModel = run();

    @AfterEach
    void close() {
        readModel.close();
        mongo.close();
    }

    @Test
    void isTheOneThatIsShown() throws IOException {
        String shown = Files.readString(Path.of("../docs/projections.md"));
        String source = Files.readString(
                Path.of("src/test/java/" + RoomDayProjection.class.getName().replace('.', '/') + ".java"));
        assertThat(shown).contains("```java\n" + source + "```\n");
    }

    @Test
    void isFoundAndFilledFromTheFirstEventOn() {
        eventually(() -> version(1) == 1);
        assertThat(mongo.documents("room_days"))
                .containsExactly(new Document("_id", "2026-03-01~team~t1")
                        .append("from", 1L)
                        .append("to", 3L)
                        .append("position", 2L));
    }

    @Test
    void isBuiltAnewAndVerifiedLikeAllOthers() {
        eventually(() -> version(1) == 1);
        ask(new RebuildRequested(NAME, false));
        eventually(() -> find().version() == 2);
        assertThat(mongo.documents("room_days-v2")).isEqualTo(mongo.documents("room_days"));

        ask(new VerificationRequested(NAME));
        eventually(() -> find().versions().stream()
                .anyMatch(version -> version.purpose().equals("verification") && version.report() != null));
        assertThat(find().versions())
                .extracting(VersionView::report)
                .filteredOn(report -> report != null)
                .allSatisfy(report -> assertThat(report.differing()).isZero());
    }

    private RunningReadModel run() {
        log.appendEvents(LongStream.rangeClosed(1, 3)
                .<DomainEventMessage<?>>mapToObj(number -> Streams.message(ROOM.value(), number - 1, line(number)))
                .toList());
        return new RunningReadModel(
                log,
                mongo.address(),
                early -> new ClassPathBeanDefinitionScanner(early).scan("dev.parley.query.roomdays"));
    }

    private static MessagePosted line(long number) {
        return new MessagePosted(ROOM, number, ANN, new PersonalText(ANN, "line " + number));
    }

    private void ask(ProjectionEvent event) {
        readModel.append(List.of(new GenericDomainEventMessage<>(
                "Projection",
                "projection~" + event.getClass().getSimpleName(),
                0,
                event,
                Map.of(),
                event.getClass().getSimpleName(),
                Instant.now())));
    }

    private long version(long documents) {
        return mongo.documents("room_days").size() == documents && find().lag() == 0 ? find().version() : 0;
    }

    private ProjectionView find() {
        return readModel
                .bean(QueryGateway.class)
                .query(new FindProjection(Actor.of(ANN, Role.ADMIN), NAME), ProjectionView.class)
                .join();
    }
}
