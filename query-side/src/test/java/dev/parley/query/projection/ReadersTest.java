package dev.parley.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.LiveVersions;
import dev.parley.query.MongoForTests;
import dev.parley.query.RunningReadModel;
import dev.parley.query.Streams;
import dev.parley.query.forum.post.PostPages;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import dev.parley.query.room.RoomStates;
import dev.parley.query.room.message.MessagePages;
import dev.parley.query.room.message.MessageQuery.ListMessages;
import dev.parley.query.room.message.MessageQuery.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever reads, on two nodes that keep what they read before: what is repaired or read anew reaches them. */
class ReadersTest {
    private static final ProjectionName MESSAGES = new ProjectionName("messages");
    private static final ProjectionName POSTS = new ProjectionName("posts");
    private static final TopicId TOPIC = TopicId.fresh();
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final RoomId GAME = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final String DAMAGED = "\"id\":\"bob\"";

    private final MongoForTests mongo = new MongoForTests();
    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private final RunningReadModel node;
    private final RunningReadModel otherNode;
    private long asked;

    ReadersTest() {
        log.appendEvents(Streams.stream(
                GAME.value(),
                List.of(
                        new RoomOpened(GAME, RoomType.GAME, new EntityId("g1"), List.of(ANN), false),
                        new MessagePosted(GAME, 1, ANN, new PersonalText(ANN, "hello")))));
        log.appendEvents(Streams.stream(
                TOPIC.value(),
                List.of(
                        new TopicStarted(TOPIC, new CategoryId("general"), ANN, new PersonalText(ANN, "A topic")),
                        new PostAdded(TOPIC, 1, ANN, new PersonalText(ANN, "a post"), List.of(), 1))));
        node = new RunningReadModel(log, mongo.address());
        otherNode = new RunningReadModel(log, mongo.address());
        eventually(() -> mongo.documents("messages").size() == 2
                && !mongo.documents("rooms").isEmpty()
                && mongo.documents("posts").size() == 2);
    }

    @AfterEach
    void close() {
        node.close();
        otherNode.close();
        mongo.close();
    }

    @Test
    void seeWhatWasRepaired() {
        damage();
        repair(MESSAGES);
        eventually(() -> !read(node).contains(DAMAGED));
        eventually(() -> !read(otherNode).contains(DAMAGED));
    }

    @Test
    void seeTheVersionThatIsReadInPlaceOfAnother() {
        damage();
        ask(new RebuildRequested(MESSAGES, false));
        eventually(() -> isReadAt(node, 2) && isReadAt(otherNode, 2));
        assertThat(List.of(read(node), read(otherNode))).noneMatch(page -> page.contains(DAMAGED));

        ask(new RollbackRequested(MESSAGES));
        eventually(() -> isReadAt(node, 1) && isReadAt(otherNode, 1));
        assertThat(List.of(read(node), read(otherNode))).allMatch(page -> page.contains(DAMAGED));
    }

    @Test
    void seeAPostThatWasRepaired() {
        mongo.writtenDatabase().getCollection("posts").updateOne(eq(TOPIC + "~1"), set("author", "bob"));
        assertThat(List.of(topic(node), topic(otherNode))).allMatch(page -> page.contains(DAMAGED));
        repair(POSTS);
        eventually(() -> !topic(node).contains(DAMAGED) && !topic(otherNode).contains(DAMAGED));
    }

    @Test
    void seeARoomThatWasRepaired() {
        mongo.writtenDatabase().getCollection("rooms").updateOne(eq(GAME.value()), set("participants", new Document()));
        assertThat(participants(node)).isEmpty();
        assertThat(participants(otherNode)).isEmpty();
        repair(ROOMS);
        eventually(() ->
                participants(node).contains(ANN) && participants(otherNode).contains(ANN));
    }

    /** On both nodes before it is undone. */
    private void damage() {
        mongo.writtenDatabase().getCollection("messages").updateOne(eq("game~g1~1"), set("author", "bob"));
        assertThat(List.of(read(node), read(otherNode))).allMatch(page -> page.contains(DAMAGED));
    }

    private void repair(ProjectionName projection) {
        ask(new VerificationRequested(projection));
        eventually(() -> registered(projection).verification().isPresent());
        ask(new RepairRequested(projection));
    }

    private void ask(ProjectionEvent event) {
        node.append(List.of(new GenericDomainEventMessage<>(
                "ProjectionControl", event.projection().toString(), asked++, event)));
    }

    private Registered registered(ProjectionName projection) {
        return node.bean(Registry.class).of(List.of(projection.value())).get(projection.value());
    }

    private static boolean isReadAt(RunningReadModel node, int version) {
        return node.bean(LiveVersions.class).of("messages").version() == version;
    }

    private static Set<UserId> participants(RunningReadModel node) {
        return node.bean(RoomStates.class)
                .current(GAME)
                .join()
                .orElseThrow()
                .people()
                .participants();
    }

    private static String topic(RunningReadModel node) {
        var query = new ListPosts(MODERATOR, TOPIC, 0, Set.of(), 10);
        return new String(node.bean(PostPages.class).read(query).join(), StandardCharsets.UTF_8);
    }

    private static String read(RunningReadModel node) {
        var query = new ListMessages(GAME, MODERATOR, Set.of(), new Span.Newest(), 10);
        return new String(node.bean(MessagePages.class).read(query).join(), StandardCharsets.UTF_8);
    }
}
