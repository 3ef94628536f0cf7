package dev.parley.query.projection;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Positions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.RunningReadModel;
import dev.parley.query.Streams;
import dev.parley.query.direct.Talks;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All projections with their processors, token store and MongoDB, as the application runs them. */
class ProjectionsTest {
    private static final RoomId GAME = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TopicId TOPIC = TopicId.fresh();
    private static final CategoryId GENERAL = new CategoryId("general");

    @TempDir
    Path folder;

    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private MongoServer mongo;
    private InetSocketAddress address;
    private RunningReadModel readModel;

    @BeforeEach
    void start() {
        mongo = new MongoServer(new H2Backend(folder.resolve("mongo").toString()));
        address = mongo.bind();
    }

    @AfterEach
    void stop() {
        readModel.close();
        mongo.shutdownNow();
    }

    @Test
    void areDoneSoonAfterAnEventAndSaySo() {
        run();
        append(0, opened());
        for (int number = 1; number <= 20; number++) {
            long position = append(number, line(number));
            reach("messages", position);
            assertThat(stored("messages", "game~g1~" + number)).isEqualTo(1);
        }
    }

    @Test
    void moveOnWithTheLogAlsoWhereItHoldsNothingForThem() {
        run();
        append(0, opened());
        long position = append(1, line(1));
        readModel.bean(ProjectionCatalog.class).names().stream()
                .filter(projection -> !projection.endsWith("-search")) // waits for Elasticsearch, which is not here
                .forEach(projection -> reach(projection, position));
    }

    @Test
    void catchUpFromTheFirstEventAndGoOnWhereTheyStopped() {
        log.appendEvents(history(1, 3_000));
        run();
        eventually(() -> stored("messages", "game~g1~3000") == 1);
        readModel.close();

        run();
        append(3_001, line(3_001));
        eventually(() -> stored("messages", "game~g1~3001") == 1);
        assertThat(database().getCollection("messages").countDocuments()).isEqualTo(3_002);
    }

    @Test
    void catchUpByThemselvesWhenMongoWasAway() {
        run();
        append(0, opened());
        eventually(() -> stored("messages", "game~g1") == 1);

        mongo.shutdownNow();
        append(1, line(1));
        eventually(() -> !readModel.isWorked("messages"));
        append(2, line(2));
        mongo = new MongoServer(new H2Backend(folder.resolve("mongo").toString()));
        mongo.bind(address);

        eventually(() -> stored("messages", "game~g1~2") == 1);
        assertThat(stored("messages", "game~g1~1")).isEqualTo(1);
    }

    @Test
    void startWhileMongoIsAwayAndBeginWhenItComes() {
        mongo.shutdownNow();
        log.appendEvents(history(1, 10));
        run();
        mongo = new MongoServer(new H2Backend(folder.resolve("mongo").toString()));
        mongo.bind(address);
        eventually(() -> stored("messages", "game~g1~10") == 1);
    }

    @Test
    void storeEachKindInItsCollection() {
        run();
        readModel.append(List.of(Streams.message("ann", 0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH))));
        readModel.append(List.of(Streams.message("relations~ann", 0, new Followed(ANN, BOB))));
        var reported = new ActivityReported(
                ActivityId.fresh(),
                ANN,
                ActivityKind.BLOG,
                new PersonalText(ANN, "one"),
                new PersonalText(ANN, "https://example.org"));
        readModel.append(List.of(Streams.message(reported.activityId().value(), 0, reported)));
        readModel.append(new Talks().say(ANN, BOB, "hello").all());
        readModel.append(List.of(Streams.message("category~general", 0, category())));
        readModel.append(Streams.stream(TOPIC.value(), List.of(started(), post(1), post(2))));
        eventually(() -> stored("members", "ann") == 1);
        eventually(() -> stored("relations", "ann") == 1);
        eventually(() -> stored("activities", "ann~2026-03-01") == 1);
        eventually(() -> stored("categories", "all") == 1);
        eventually(() -> stored("topics", TOPIC.value()) == 1 && stored("topic_lists", "author~ann~0") == 1);
        eventually(() -> stored("inboxes", "bob") == 1 && stored("direct_messages", "dm~ann~bob~1") == 1);
    }

    private void run() {
        readModel = new RunningReadModel(log, new ConnectionString("mongodb://127.0.0.1:" + address.getPort()));
    }

    private long append(long sequence, Object event) {
        return readModel.append(List.of(Streams.message(GAME.value(), sequence, event)));
    }

    private long stored(String collection, String id) {
        return database().getCollection(collection).countDocuments(new Document("_id", id));
    }

    private void reach(String projection, long position) {
        Positions positions = readModel.bean(Positions.class);
        eventually(() -> positions.reached(projection, position).isDone());
    }

    private long lastStored() {
        Document head = database()
                .getCollection("messages")
                .find(new Document("_id", "game~g1"))
                .first();
        return head == null ? 0 : head.get("last", 0L);
    }

    private MongoDatabase database() {
        return readModel.bean(MongoDatabase.class);
    }

    private static List<DomainEventMessage<?>> history(long first, long last) {
        List<Object> events = new ArrayList<>(List.of(opened()));
        LongStream.rangeClosed(first, last).forEach(number -> events.add(line(number)));
        return Streams.stream(GAME.value(), events);
    }

    private static RoomOpened opened() {
        return new RoomOpened(GAME, RoomType.GAME, new EntityId("g1"), List.of(ANN), false);
    }

    private static MessagePosted line(long number) {
        return new MessagePosted(GAME, number, ANN, new PersonalText(ANN, "line " + number));
    }

    private static CategoryOpened category() {
        return new CategoryOpened(GENERAL, "General", "", 1);
    }

    private static TopicStarted started() {
        return new TopicStarted(TOPIC, GENERAL, ANN, new PersonalText(ANN, "A topic"));
    }

    private static PostAdded post(long number) {
        return new PostAdded(TOPIC, number, ANN, new PersonalText(ANN, "post " + number), List.of(), number);
    }
}
