package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The forum as the server puts it together, where commands for one topic are handled in groups. */
class ForumSideTest {
    private static final int TIMES = 100;
    private static final CategoryId CATEGORY = new CategoryId("openings");
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    private static ConfigurableApplicationContext side;
    private static Commands commands;

    private final Actor ann = joined();

    @BeforeAll
    static void start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        side = new SpringApplication(CommandSideTest.Side.class)
                .run(
                        "--parley.forum.pace.enabled=false",
                        "--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
        commands = side.getBean(Commands.class);
        send(new OpenCategory(
                ADMIN,
                CATEGORY,
                new CategoryName("Openings"),
                new CategoryDescription("All of them"),
                new CategoryOrder(9)));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void startsOneTopicForOneKeyHoweverOftenItComes() {
        String key = UUID.randomUUID().toString();
        String title = "A title " + key;
        List<Outcome> outcomes = together(() -> commands.send(start(title), new Origin("request-1", key, "same")));
        List<TopicId> started = outcomes.stream()
                .map(outcome -> outcome.first(TopicStarted.class).orElseThrow())
                .map(recorded -> recorded.event().topicId())
                .distinct()
                .toList();
        assertThat(started).hasSize(1);
        assertThat(posts(started.getFirst())).hasSize(1);
    }

    @Test
    void addsOnePostForOneKeyHoweverOftenItComes() {
        TopicId topic = started();
        String key = UUID.randomUUID().toString();
        List<Outcome> outcomes =
                together(() -> commands.send(add(ann, topic, "Thanks"), new Origin("request-1", key, "same")));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.first(PostAdded.class).map(Recorded::sequence))
                        .contains(2L));
        assertThat(posts(topic)).hasSize(2);
    }

    @Test
    void answersTheSameTextAgainWithThePostThatThereIs() {
        TopicId topic = started();
        Outcome first = send(add(ann, topic, "Thanks"));
        Outcome again = send(add(ann, topic, "THANKS"));
        assertThat(first.ofAnother()).isFalse();
        assertThat(again.events()).isEqualTo(first.events());
        assertThat(again.ofAnother()).isTrue();
        assertThat(posts(topic)).hasSize(2);
    }

    @Test
    void remembersTheKeyThatWasAnsweredWithWhatThereWas() {
        TopicId topic = started();
        Outcome first = send(add(ann, topic, "Thanks"));
        Recorded<PostAdded> added = first.first(PostAdded.class).orElseThrow();
        var origin = new Origin("request-1", UUID.randomUUID().toString(), "same");
        commands.send(add(ann, topic, "Thanks"), origin).join();
        Outcome removal =
                send(new RemovePost(ann, new PostId(topic, added.event().number(), added.sequence()), ""));
        List<Outcome> again = together(() -> commands.send(add(ann, topic, "Thanks"), origin));
        assertThat(again).allSatisfy(outcome -> {
            assertThat(outcome.events()).isEqualTo(first.events());
            assertThat(outcome.ofAnother()).isTrue();
            assertThat(outcome.position()).isGreaterThanOrEqualTo(removal.position());
        });
        assertThat(posts(topic)).hasSize(2);
        var other = new Origin("request-2", origin.key(), "another");
        assertThat(rule(commands.send(add(ann, topic, "No thanks"), other)
                        .handle((outcome, failure) -> failure)
                        .join()))
                .isEqualTo(Rejection.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void refusesSomeOfAGroupAndNumbersTheOthersWithoutHoles() {
        TopicId topic = started();
        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        List<CompletableFuture<Outcome>> refused = new ArrayList<>();
        List<Actor> people = Stream.generate(ForumSideTest::joined).limit(20).toList();
        people.forEach(person -> {
            sent.add(commands.send(add(person, topic, "By " + person.id()), Origin.of("request-1")));
            refused.add(commands.send(add(SERVICE, topic, "By a service"), Origin.of("request-1")));
        });
        sent.forEach(CompletableFuture::join);
        refused.forEach(ForumSideTest::assertNotAllowed);
        assertThat(posts(topic))
                .extracting(PostAdded::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
    }

    private static void assertNotAllowed(CompletableFuture<Outcome> sent) {
        assertThat(rule(sent.handle((outcome, failure) -> failure).join())).isEqualTo(Rejection.NOT_ALLOWED);
    }

    private static Rejection rule(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return ((CommandRejected) cause).rule();
    }

    private static List<Outcome> together(Supplier<CompletableFuture<Outcome>> command) {
        List<CompletableFuture<Outcome>> sent =
                Stream.generate(command).limit(TIMES).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private TopicId started() {
        StartTopic command = start("A title " + UUID.randomUUID());
        send(command);
        return command.topicId();
    }

    private StartTopic start(String title) {
        return new StartTopic(ann, TopicId.fresh(), CATEGORY, new TopicTitle(title), new PostText("About " + title));
    }

    private static AddPost add(Actor by, TopicId topic, String text) {
        return new AddPost(by, topic, new PostText(text));
    }

    private static List<PostAdded> posts(TopicId topic) {
        return side.getBean(EventStorageEngine.class)
                .readEvents(topic.value())
                .asStream()
                .map(event -> event.getPayload())
                .filter(PostAdded.class::isInstance)
                .map(PostAdded.class::cast)
                .toList();
    }

    private static Actor joined() {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        send(new Appear(person, new Username(id), Instant.EPOCH));
        return person;
    }

    private static Outcome send(Command command) {
        return commands.send(command, Origin.of("request-1")).join();
    }
}
