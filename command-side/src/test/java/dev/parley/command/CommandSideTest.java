package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.Usernames;
import dev.parley.command.room.RoomCommand;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side as the server starts it: aggregates, rules, bus and log put together, on a real database. */
class CommandSideTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static ConfigurableApplicationContext side;
    private static Commands commands;

    private final Actor ann = Actor.of(new UserId(UUID.randomUUID().toString()), Role.USER);
    private final EntityId club = new EntityId(UUID.randomUUID().toString());
    private final RoomId room = RoomId.of(RoomType.TEAM, club);

    @SpringBootApplication(scanBasePackages = "dev.parley.command")
    static class Side {
        @Bean
        DataSource dataSource() {
            return TestDatabase.create();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @BeforeAll
    static void start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        side = new SpringApplication(Side.class)
                .run("--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
        commands = side.getBean(Commands.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void carriesARoomFromOpeningToTheRemovalOfALine() {
        assertThat(send(open(SERVICE)).first(RoomOpened.class)).isPresent();
        assertThat(send(open(SERVICE)).events()).isEmpty();

        var line = send(post("hello")).first(MessagePosted.class).orElseThrow();
        var id = new MessageId(room, 1, line.sequence());
        assertThat(send(new RemoveMessage(ann, id, "")).first(MessageRemoved.class))
                .isPresent();
        assertThat(send(new RemoveMessage(ann, id, "")).events()).isEmpty();
    }

    @Test
    void appliesTheFloodRule() {
        send(open(SERVICE));
        for (String text : List.of("first", "a second", "the third", "number four", "five of them")) {
            send(post(text));
        }
        assertRefused(post("and a sixth line"), Rejection.FLOOD);
    }

    @Test
    void answersARepeatedKeyWithTheFirstOutcome() {
        send(open(SERVICE));
        var once = new Origin("request", "key-" + room, "digest");
        Outcome first = commands.send(post("hello"), once).join();
        assertThat(commands.send(post("hello"), once).join()).isEqualTo(first);
    }

    @Test
    void refusesTheFirstCommandToARoomAndThenOpensIt() {
        assertRefused(open(ann), Rejection.NOT_ALLOWED);
        assertThat(send(open(SERVICE)).first(RoomOpened.class)).isPresent();
    }

    @Test
    void knowsNoRoomThatWasNeverOpenedNorItsLines() {
        assertRefused(post("hello"), Rejection.UNKNOWN_ROOM);
        assertRefused(new RemoveMessage(ann, new MessageId(room, 1, 1), ""), Rejection.UNKNOWN_MESSAGE);
    }

    @Test
    void namesAPersonAndKeepsTheNameFromOthers() {
        Username name = new Username("ann-" + ann.id());
        Actor other = Actor.of(new UserId(UUID.randomUUID().toString()), Role.USER);
        assertThat(send(new Appear(ann, name, Instant.EPOCH)).first(MemberJoined.class))
                .isPresent();
        assertThat(send(new Appear(ann, name, Instant.EPOCH)).events()).isEmpty();
        assertRefused(new Appear(other, name, Instant.EPOCH), Rejection.USERNAME_TAKEN);
        assertThat(send(new Appear(other, new Username("ben-" + ann.id()), Instant.EPOCH))
                        .events())
                .hasSize(2);
        assertThat(side.getBean(Usernames.class).find(name)).contains(ann.id());
    }

    @RepeatedTest(20)
    void exchangesTheNamesOfTwoWhoComeWithThemAtOnce() {
        Actor ben = Actor.of(new UserId(UUID.randomUUID().toString()), Role.USER);
        Username first = new Username("first-" + ann.id());
        Username second = new Username("second-" + ann.id());
        send(new Appear(ann, first, Instant.EPOCH));
        send(new Appear(ben, second, Instant.EPOCH));
        Instant exchanged = Instant.EPOCH.plusSeconds(1);
        var anns = commands.send(new Appear(ann, second, exchanged), Origin.of("request-1"));
        var bens = commands.send(new Appear(ben, first, exchanged), Origin.of("request-2"));
        anns.join();
        bens.join();
        assertThat(side.getBean(Usernames.class).find(second)).contains(ann.id());
        assertThat(side.getBean(Usernames.class).find(first)).contains(ben.id());
    }

    @Test
    void passesOverASnapshotOfAnotherRevision() {
        send(open(SERVICE));
        send(post("hello"));

        keepEmptySnapshot("0");
        var line = send(post("hello again")).first(MessagePosted.class).orElseThrow();
        assertThat(line.event().number()).isEqualTo(2);

        keepEmptySnapshot("2");
        assertThatThrownBy(() -> send(post("a third line"))).isInstanceOf(CompletionException.class);
    }

    /** As of a class that had no fields at all; what was in memory is forgotten. */
    private void keepEmptySnapshot(String revision) {
        side.getBean(JdbcClient.class)
                .sql("INSERT INTO snapshotevententry SELECT aggregateidentifier, sequencenumber, type, 's' ||"
                        + " eventidentifier, metadata, '{}', ?, 'dev.parley.command.room.Room', timestamp"
                        + " FROM domainevententry WHERE aggregateidentifier = ?"
                        + " ORDER BY sequencenumber DESC LIMIT 1")
                .params(revision, room.value())
                .update();
        side.getBean(Cache.class).removeAll();
    }

    private OpenRoom open(Actor actor) {
        return new OpenRoom(actor, RoomType.TEAM, club, new People(List.of(ann.id()), List.of()), false);
    }

    private RoomCommand post(String text) {
        return new PostMessage(ann, room, new ChatText(text));
    }

    private static Outcome send(Command command) {
        return commands.send(command, Origin.of("request")).join();
    }

    private static void assertRefused(Command command, Rejection rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}
