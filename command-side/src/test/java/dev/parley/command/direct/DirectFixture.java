package dev.parley.command.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.command.CommandRejected;
import dev.parley.command.Contacts;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.Ties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Ann and Ben, who joined a month ago, what is between them, and the words in which tests tell it. */
final class DirectFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);
    static final Actor BEN = Actor.of(new UserId("ben"), Role.USER);
    static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    static final ConversationId TALK = ConversationId.of(ANN.id(), BEN.id());

    final TestLog log = new TestLog();
    final TestClock clock = new TestClock(NOON);
    /** Whom a conversation was begun with. */
    final List<Contacted> contacted = new ArrayList<>();

    private final Configuration axon;

    DirectFixture() {
        joined(ANN, NOON.minus(Duration.ofDays(30)));
        joined(BEN, NOON.minus(Duration.ofDays(30)));
        var ties = new CurrentTies(log.engine());
        var correspondence = new Correspondence(new Standings(log.engine()), ties, clock);
        var budget = new MessageBudget(clock);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureAggregate(Conversation.class)
                .registerCommandHandler(configuration -> new Writing(
                        conversations(configuration), correspondence, new NotedContacts(ties), budget, clock))
                .registerCommandHandler(configuration ->
                        new Reading(conversations(configuration), messages(configuration.eventStore())))
                .start();
    }

    private static StoredMessages messages(EventStore events) {
        return new StoredMessages(TestLog.stored(events::readEvents));
    }

    private static Conversations conversations(Configuration axon) {
        return new Conversations(axon.repository(Conversation.class));
    }

    void stop() {
        axon.shutdown();
    }

    void joined(Actor person, Instant at) {
        UserId id = person.id();
        log.given(at, id, new MemberJoined(id, new Username(id.value()), Instant.EPOCH));
    }

    /** Ben began, and Ann has answered. */
    void talking() {
        log.given(NOON, TALK, started(BEN), sent(1, BEN, 1, 0, "hi"), sent(2, ANN, 1, 1, "hello"));
    }

    void send(ConversationCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    /** The command leads to nothing, by this rule. */
    CommandRejected assertRefused(ConversationCommand command, Rejection rule) {
        List<Object> before = log.added();
        CommandRejected refusal = catchThrowableOfType(CommandRejected.class, () -> send(command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(log.added()).isEqualTo(before);
        return refusal;
    }

    static DirectText text(String content) {
        return new DirectText(content);
    }

    static ConversationStarted started(Actor by) {
        return new ConversationStarted(TALK, by.id());
    }

    static DirectMessageSent sent(long number, Actor sender, long ordinal, long heard, String content) {
        return new DirectMessageSent(TALK, number, sender.id(), ordinal, heard, new PersonalText(sender.id(), content));
    }

    private final class NotedContacts implements Contacts {
        private final CurrentTies ties;

        NotedContacts(CurrentTies ties) {
            this.ties = ties;
        }

        @Override
        public Ties hold(UserId person) {
            return ties.of(person);
        }

        @Override
        public void add(UserId person, UserId other) {
            contacted.add(new Contacted(person, other));
        }
    }
}
