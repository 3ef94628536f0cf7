package dev.parley.command.room;

import dev.parley.command.TestLog;
import dev.parley.command.log.Standings;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A team's room under test, the people around it, and the words in which tests tell what happened there. */
final class RoomFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final EntityId CLUB = new EntityId("club");
    static final RoomId ROOM = RoomId.of(RoomType.TEAM, CLUB);
    static final Actor ANN = person("ann");
    static final Actor BEN = person("ben");
    static final Actor OWNER = person("owner");
    static final Actor STRANGER = person("stranger");
    static final Actor MODERATOR = Actor.of(new UserId("moderator"), Role.USER, Role.MODERATOR);
    static final Actor ADMIN = Actor.of(new UserId("admin"), Role.ADMIN);
    static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    static final FloodRule FLOOD = new FloodRule(true, 5, Duration.ofSeconds(10));
    /** Shows the time that the fixture set. */
    static final Clock CLOCK = ((InstantSource) () -> GenericEventMessage.clock.instant()).withZone(ZoneOffset.UTC);

    private RoomFixture() {}

    /** At noon, with events that carry the id of their command, as the bus sees to. */
    static TestExecutor<Room> given(Object... events) {
        return given(FLOOD, events);
    }

    static TestExecutor<Room> given(FloodRule flood, Object... events) {
        return given(flood, new TestLog(), events);
    }

    /** @param people what happened to them */
    static TestExecutor<Room> given(TestLog people, Object... events) {
        return given(FLOOD, people, events);
    }

    private static TestExecutor<Room> given(FloodRule flood, TestLog people, Object... events) {
        var standings = new Standings(people.engine());
        var fixture = new AggregateTestFixture<>(Room.class);
        fixture.registerInjectableResources(CLOCK, flood, standings, lines(fixture.getEventStore()))
                .registerCommandHandlerInterceptor((unit, chain) -> {
                    unit.registerCorrelationDataProvider(command -> Map.of(Envelope.COMMAND, command.getIdentifier()));
                    return chain.proceed();
                });
        return fixture.givenCurrentTime(NOON).andGiven(events);
    }

    private static StoredLines lines(EventStore events) {
        return new StoredLines((stream, sequence) -> events.readEvents(stream, sequence)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .findFirst());
    }

    static Actor person(String id) {
        return Actor.of(new UserId(id), Role.USER);
    }

    /** The club's room, with Ann and Ben in it. */
    static RoomOpened opened() {
        return new RoomOpened(ROOM, RoomType.TEAM, CLUB, List.of(ANN.id(), BEN.id()), false);
    }

    static OwnerNamed owned() {
        return new OwnerNamed(ROOM, OWNER.id());
    }

    static MessagePosted posted(long number, Actor author, String text) {
        return new MessagePosted(ROOM, number, author.id(), new PersonalText(author.id(), text));
    }

    static MemberTimedOut timedOut(Actor member, Instant until) {
        return new MemberTimedOut(ROOM, member.id(), OWNER.id(), TimeoutReason.SPAM, until);
    }

    static PostMessage post(Actor author, String text) {
        return new PostMessage(author, ROOM, new ChatText(text));
    }
}
