package dev.parley.command.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.TestClock;
import dev.parley.command.TestDatabase;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutMinutes;
import dev.parley.kernel.room.TimeoutReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

/** The whole command side on one database, with timeouts that end by themselves. */
class TimeoutEndTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final RoomId ROOM = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final Actor SITE = Actor.of(new UserId("site"), Role.SERVICE);
    private static final Actor MODERATOR = Actor.of(new UserId("max"), Role.MODERATOR);

    private final DataSource database = TestDatabase.create();
    private final TestClock clock = new TestClock(NOON);

    @Test
    void isStoredOnceWhenTheTimeHasCome() {
        try (var server = start()) {
            timeOutAnn(server);
            clock.set(NOON.plus(Duration.ofMinutes(15)));

            DomainEventMessage<?> end = awaitEnd(server);

            assertThat(end.getPayload()).isEqualTo(new TimeoutEnded(ROOM, ANN, false));
            assertThat(end.getMetaData())
                    .containsEntry(Envelope.ACTOR, "system")
                    .containsEntry(Envelope.CORRELATION, "request-1")
                    .containsEntry(Envelope.CAUSATION, told(server).getIdentifier());
        }
    }

    @Test
    void isStoredOnceThoughTheServerWasDownAtThatTimeAndTwoCameUp() {
        try (var server = start()) {
            timeOutAnn(server);
        }
        clock.set(NOON.plus(Duration.ofDays(1)));

        try (var server = start();
                var another = start()) {
            awaitEnd(server);
            for (var each : List.of(server, another, server)) {
                send(each, new EndTimeout(ROOM, ANN));
            }

            assertThat(ends(another)).hasSize(1);
        }
    }

    private static void timeOutAnn(ConfigurableApplicationContext server) {
        var people = new People(List.of(ANN), List.of());
        send(server, new OpenRoom(SITE, RoomType.GAME, new EntityId("g1"), people, false));
        send(server, new TimeOutMember(MODERATOR, ROOM, ANN, TimeoutReason.SPAM, TimeoutMinutes.USUAL));
    }

    private static void send(ConfigurableApplicationContext server, Command command) {
        server.getBean(Commands.class)
                .send(command, Origin.of("request-1"))
                .orTimeout(5, SECONDS)
                .join();
    }

    private static DomainEventMessage<?> awaitEnd(ConfigurableApplicationContext server) {
        return await().atMost(5, SECONDS)
                .until(() -> ends(server), ends -> ends.size() == 1)
                .get(0);
    }

    private static DomainEventMessage<?> told(ConfigurableApplicationContext server) {
        return events(server, MemberTimedOut.class).getFirst();
    }

    private static List<? extends DomainEventMessage<?>> ends(ConfigurableApplicationContext server) {
        return events(server, TimeoutEnded.class);
    }

    private static List<? extends DomainEventMessage<?>> events(ConfigurableApplicationContext server, Class<?> type) {
        return server.getBean(EventStore.class)
                .readEvents(ROOM.value())
                .asStream()
                .filter(event -> type.isInstance(event.getPayload()))
                .toList();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CommandSide.class)
                .initializers(this::register)
                .properties(
                        "parley.keys.master=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "parley.chat.timeout-sweep=100ms")
                .run();
    }

    private void register(ConfigurableApplicationContext context) {
        var beans = (GenericApplicationContext) context;
        beans.getBeanFactory().registerSingleton("dataSource", database); // which no server closes
        beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        beans.registerBean("testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
    }

    /** What other tests configure is left out, and no other test finds this. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "dev.parley.command",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
    static class CommandSide {}
}
