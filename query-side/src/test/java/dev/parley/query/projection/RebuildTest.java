package dev.parley.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.LiveVersions;
import dev.parley.query.MongoForTests;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.RunningReadModel;
import dev.parley.query.Streams;
import dev.parley.query.projection.Filling.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A read model that is built anew beside the one that is read. */
class RebuildTest {
    private static final ProjectionName MESSAGES = new ProjectionName("messages");
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final RoomId GAME = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final long LINES = 1_500;

    private final MongoForTests mongo = new MongoForTests();
    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private RunningReadModel readModel;
    private long asked;

    RebuildTest() {
        log.appendEvents(history());
        run();
    }

    private void run() {
        readModel = new RunningReadModel(log, mongo.address());
        eventually(() -> last() == LINES);
    }

    @AfterEach
    void close() {
        readModel.close();
        mongo.close();
    }

    @Test
    void isReadInPlaceOfTheOldOneAndHoldsTheSame() {
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> live() == 2);
        assertThat(mongo.documents("messages-v2")).hasSize((int) LINES + 1).isEqualTo(mongo.documents("messages"));
        Report report = run(2).report().orElseThrow();
        assertThat(report.differing()).isZero();
        assertThat(report.places()).singleElement().satisfies(place -> {
            assertThat(place.freshDocuments()).isEqualTo(LINES + 1);
            assertThat(place.fresh()).isEqualTo(place.live());
        });
        assertThat(run(1).stage()).isEqualTo(Stage.KEPT);
    }

    @Test
    void followsTheLogFromThenOnAndSoDoesTheOldOneSoThatItCanBeReadAgain() {
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> live() == 2);
        append(line(LINES + 1));
        eventually(() -> last() == LINES + 1);

        ask(new RollbackRequested(MESSAGES));
        eventually(() -> live() == 1);
        assertThat(last()).isEqualTo(LINES + 1);
        assertThat(run(2).stage()).isEqualTo(Stage.KEPT);
    }

    @Test
    void goesForwardAgainByASwitchAndNotByAnotherRollback() {
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> live() == 2);
        ask(new RollbackRequested(MESSAGES));
        eventually(() -> live() == 1);
        ask(new RollbackRequested(MESSAGES));
        eventually(() -> registered(MESSAGES).applied() == position());
        assertThat(run(2).stage()).isEqualTo(Stage.KEPT);

        ask(new SwitchRequested(MESSAGES));
        eventually(() -> live() == 2);
        assertThat(run(1).stage()).isEqualTo(Stage.KEPT);
    }

    /** What is read is never older than what was read before, whoever writes meanwhile. */
    @Test
    void neverTakesAReaderBack() {
        ask(new RebuildRequested(MESSAGES, false));
        long seen = 0;
        long written = LINES;
        while (live() == 1 || written < LINES + 50) {
            append(line(++written));
            long now = last();
            assertThat(now).isGreaterThanOrEqualTo(seen);
            seen = now;
        }
        long all = written;
        eventually(() -> last() == all);
        eventually(() -> mongo.documents("messages").equals(mongo.documents("messages-v2")));
    }

    @Test
    void waitsToBeReadWhereThatIsAskedFor() {
        ask(new RebuildRequested(MESSAGES, true));
        eventually(() -> run(2).is(Stage.READY));
        assertThat(live()).isEqualTo(1);
        append(line(LINES + 1));

        ask(new SwitchRequested(MESSAGES));
        eventually(() -> live() == 2);
        eventually(() -> last() == LINES + 1);
    }

    @Test
    void beginsAfterARestartWhereItHadNotBegun() {
        ask(new ProjectionPaused(MESSAGES));
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> run(2).is(Stage.FILLING));
        restart();
        assertThat(run(2).is(Stage.FILLING)).isTrue();
        assertThat(live()).isEqualTo(1);
        ask(new ProjectionResumed(MESSAGES));
        eventually(() -> live() == 2);
        restart();
        assertThat(live()).isEqualTo(2);
        assertThat(last()).isEqualTo(LINES);
    }

    /** A run that began anew would bring back what was taken out of it. */
    @Test
    void goesOnAfterARestartWhereItWas() {
        ask(new RebuildRequested(MESSAGES, true));
        eventually(() -> run(2).is(Stage.READY));
        mongo.writtenDatabase().getCollection("messages-v2").deleteOne(eq("game~g1~7"));
        restart();
        append(line(LINES + 1));
        eventually(() -> idsOf("messages-v2").contains("game~g1~" + (LINES + 1)));
        assertThat(idsOf("messages-v2")).doesNotContain("game~g1~7").hasSize((int) LINES + 1);
    }

    private void restart() {
        readModel.close();
        run();
    }

    private List<String> idsOf(String collection) {
        return mongo.documents(collection).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    @Test
    void takesItsTurnBehindOthers() {
        ask(new ProjectionPaused(MESSAGES));
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> run(2).is(Stage.FILLING));
        ask(new RebuildRequested(ROOMS, false));
        eventually(() -> registered(ROOMS).find(Stage.QUEUED).isPresent());
        ask(new ProjectionResumed(MESSAGES));
        eventually(() -> readModel.bean(LiveVersions.class).of("rooms").version() == 2);
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void isGivenUpWithAllThatItStored() {
        ask(new RebuildRequested(MESSAGES, true));
        eventually(() -> run(2).is(Stage.READY));
        ask(new RebuildCancelled(MESSAGES));
        eventually(() -> registered(MESSAGES).fillings().size() == 1);
        assertThat(mongo.documents("messages-v2")).isEmpty();
        assertThat(mongo.documents("tokens")).noneMatch(token -> token.containsValue("messages-v2"));

        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> live() == 3);
    }

    @Test
    void standsStillWhilePaused() {
        ask(new ProjectionPaused(MESSAGES));
        eventually(() -> readModel.bean(Supervisor.class).known().stream().anyMatch(Registered::paused));
        append(line(LINES + 1));
        readModel.bean(ProjectionPositions.class).seen(position()).join();
        assertThat(last()).isEqualTo(LINES);
        ask(new ProjectionResumed(MESSAGES));
        eventually(() -> last() == LINES + 1);
    }

    @Test
    void namesARowThatSomebodyDamagedAndRepairsThatAlone() {
        List<Document> whole = mongo.documents("messages");
        mongo.writtenDatabase().getCollection("messages").updateOne(eq("game~g1~7"), set("text", "damaged"));
        mongo.writtenDatabase().getCollection("messages").deleteOne(eq("game~g1~8"));
        mongo.writtenDatabase().getCollection("messages").insertOne(new Document("_id", "game~g1~9999"));

        ask(new VerificationRequested(MESSAGES));
        eventually(() -> registered(MESSAGES).verification().isPresent());
        Report report =
                registered(MESSAGES).verification().orElseThrow().report().orElseThrow();
        assertThat(report.differing()).isEqualTo(3);
        assertThat(report.keys()).containsExactly("messages/game~g1~7", "messages/game~g1~8", "messages/game~g1~9999");
        assertThat(live()).isEqualTo(1);

        ask(new RepairRequested(MESSAGES));
        eventually(() -> mongo.documents("messages").equals(whole));
        eventually(() -> registered(MESSAGES)
                        .verification()
                        .orElseThrow()
                        .report()
                        .orElseThrow()
                        .repaired()
                == 3);
    }

    private void ask(ProjectionEvent event) {
        readModel.append(List.of(new GenericDomainEventMessage<>(
                "ProjectionControl", event.projection().toString(), asked++, event)));
    }

    private void append(MessagePosted line) {
        readModel.append(List.of(Streams.message(GAME.value(), line.number(), line)));
    }

    private long position() {
        return readModel.append(List.of());
    }

    private Registered registered(ProjectionName projection) {
        Map<String, Registered> all = readModel.bean(Registry.class).of(List.of(projection.value()));
        return all.get(projection.value());
    }

    private Filling run(int version) {
        return registered(MESSAGES)
                .find(filling -> filling.run().version() == version)
                .orElseGet(() -> Filling.first("none", Instant.EPOCH));
    }

    private int live() {
        return readModel.bean(LiveVersions.class).of("messages").version();
    }

    /** Number of the room's last line, as it is read. */
    private long last() {
        ReadModel messages = readModel.bean(ReadModels.class).of("messages");
        return Mono.from(messages.find(eq("game~g1")).first())
                .map(head -> head.get("last", 0L))
                .defaultIfEmpty(0L)
                .block();
    }

    private static List<DomainEventMessage<?>> history() {
        List<Object> events =
                new ArrayList<>(List.of(new RoomOpened(GAME, RoomType.GAME, new EntityId("g1"), List.of(ANN), false)));
        LongStream.rangeClosed(1, LINES).forEach(number -> events.add(line(number)));
        return Streams.stream(GAME.value(), events);
    }

    private static MessagePosted line(long number) {
        return new MessagePosted(GAME, number, ANN, new PersonalText(ANN, "line " + number));
    }
}
