package dev.parley.command.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.StoredEvents;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;

/** Ann, Ben and a moderator, a category, a topic that Ann can start there, and the words in which tests tell it. */
final class ForumFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);
    static final Actor BEN = Actor.of(new UserId("ben"), Role.USER);
    static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.USER, Role.MODERATOR);
    static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    static final CategoryId GENERAL = new CategoryId("general");
    static final CategoryId OFF_TOPIC = new CategoryId("off-topic");
    static final TopicId TOPIC = topic(1);
    static final String WHY = "because of the etiquette";
    /** Ann's first post. */
    static final PostId FIRST = new PostId(TOPIC, 1, 1);
    /** Ben's answer. */
    static final PostId SECOND = new PostId(TOPIC, 2, 2);

    final TestLog log = new TestLog();
    final TestClock clock = new TestClock(NOON);

    private final Configuration axon;

    ForumFixture() {
        GenericEventMessage.clock = clock;
        Stream.of(ANN, BEN, MODERATOR).forEach(this::joined);
        Stream.of(GENERAL, OFF_TOPIC)
                .forEach(slug -> log.given(NOON, slug, new CategoryOpened(slug, slug.slug(), "", 1)));
        StoredEvents events = TestLog.stored(log.engine()::readEvents);
        var standings = new Standings(log.engine());
        var writers = new Writers(standings, clock);
        var categories = new Categories(events);
        var ties = new CurrentTies(log.engine());
        var mentioned = new Mentioned(this::holder, ties, standings);
        var posts = new OriginalPosts(events);
        var pace = new ForumPace(true, 2, 4, 10, Duration.ofMinutes(5));
        var rules = new PostingRules(writers, categories, mentioned, ties, pace);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureCorrelationDataProviders(
                        configuration -> List.of(command -> Map.of(Envelope.COMMAND, command.getIdentifier())))
                .configureAggregate(Category.class)
                .configureAggregate(Topic.class)
                .configureAggregate(Contributions.class)
                .configureAggregate(Reactions.class)
                .configureAggregate(TopicViews.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(OriginalPosts.class, configuration -> posts)
                .registerComponent(Categories.class, configuration -> categories)
                .registerComponent(Writers.class, configuration -> writers)
                .registerCommandHandler(configuration -> new Posting(
                        configuration.repository(Topic.class),
                        configuration.repository(Contributions.class),
                        rules,
                        clock))
                .registerCommandHandler(configuration -> new Editing(
                        configuration.repository(Topic.class),
                        configuration.repository(Contributions.class),
                        posts,
                        new EditRules(writers, mentioned, ties, pace, clock)))
                .registerCommandHandler(configuration -> new Reacting(
                        configuration.repository(Topic.class),
                        configuration.repository(Reactions.class),
                        posts,
                        writers,
                        ties))
                .start();
    }

    /** Ann has started the topic, and Ben has answered. */
    ForumFixture answered() {
        log.given(NOON, TOPIC, started(TOPIC), post(1, ANN, "Which book?", 1), post(2, BEN, "This one.", 2));
        return this;
    }

    void stop() {
        axon.shutdown();
        GenericEventMessage.clock = Clock.systemUTC();
    }

    void send(Command command) {
        axon.commandGateway().sendAndWait(command);
    }

    /** Under an idempotency key. */
    void sendKeyed(Command command) {
        axon.commandGateway()
                .sendAndWait(new GenericCommandMessage<>(command, Map.of(Envelope.REQUEST, "digest of the request")));
    }

    /** What the command adds to the log. */
    List<Object> addedBy(Command command) {
        int before = log.added().size();
        send(command);
        List<Object> now = log.added();
        return now.subList(before, now.size());
    }

    /** The command leads to nothing, by this rule. */
    CommandRejected assertRefused(Command command, Rejection rule) {
        List<Object> before = log.added();
        CommandRejected refusal = catchThrowableOfType(CommandRejected.class, () -> send(command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(log.added()).isEqualTo(before);
        return refusal;
    }

    static StartTopic start(Actor by, TopicId topic, String title, String content) {
        return new StartTopic(by, topic, GENERAL, new TopicTitle(title), new PostText(content));
    }

    static AddPost add(Actor by, String content) {
        return new AddPost(by, TOPIC, new PostText(content));
    }

    static TopicStarted started(TopicId topic) {
        return new TopicStarted(topic, GENERAL, ANN.id(), new PersonalText(ANN.id(), "A book for beginners"));
    }

    static PostAdded post(long number, Actor by, String content, long visible) {
        return new PostAdded(TOPIC, number, by.id(), new PersonalText(by.id(), content), List.of(), visible);
    }

    static TopicId topic(int number) {
        return new TopicId("topic~00000000-0000-0000-0000-%012d".formatted(number));
    }

    private void joined(Actor person) {
        UserId id = person.id();
        log.given(NOON.minus(Duration.ofDays(30)), id, new MemberJoined(id, new Username(id.value()), Instant.EPOCH));
    }

    private Optional<UserId> holder(Username name) {
        var person = new UserId(name.folded());
        return log.engine().lastSequenceNumberFor(person.value()).map(sequence -> person);
    }
}
