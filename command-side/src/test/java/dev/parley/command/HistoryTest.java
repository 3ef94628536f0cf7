package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.History.Event;
import dev.parley.command.History.Question;
import dev.parley.command.History.Told;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.command.member.Password;
import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.NotesText;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of what the command side did, as it tells it itself. */
class HistoryTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final AsOf NOW = new AsOf.Now();
    private static ConfigurableApplicationContext side;

    private final Actor ann = Actor.of(new UserId(UUID.randomUUID().toString()), Role.USER);
    private final EntityId club = new EntityId(UUID.randomUUID().toString());
    private final RoomId room = RoomId.of(RoomType.TEAM, club);

    @BeforeAll
    static void start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        side = new SpringApplication(CommandSideTest.Side.class)
                .run(
                        "--parley.keys.master=" + Base64.getEncoder().encodeToString(key),
                        "--parley.kid-mode.hash-strength=4");
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void tellsWhatHappenedAndWhoDidIt() {
        open();
        say("hello");
        Told told = told(room.value(), NOW);
        assertThat(told.events()).extracting(Event::type).containsExactly("RoomOpened", "MessagePosted");
        Event line = told.events().getLast();
        assertThat(line.sequence()).isEqualTo(1);
        assertThat(line.position()).isGreaterThan(told.events().getFirst().position());
        assertThat(line.payload())
                .containsEntry("content", "hello")
                .containsEntry("author", ann.id().value());
        assertThat(line.isPrivate()).isFalse();
        assertThat(line.id()).isEqualTo(line.cause().command());
        assertThat(line.cause().actor()).isEqualTo(ann.id().value());
        assertThat(line.cause().role()).isEqualTo("user");
        assertThat(line.cause().correlation()).isEqualTo("request");
        assertThat(line.cause().reason()).isEmpty();
        assertThat(told.state()).containsEntry("last_number", 1L).containsEntry("id", room.value());
    }

    @Test
    void isReadInPages() {
        open();
        List.of("one", "two", "three").forEach(this::say);
        Told first = ask(room.value(), NOW, -1, 2).orElseThrow();
        assertThat(first.events()).extracting(Event::sequence).containsExactly(0L, 1L);
        assertThat(first.more()).isTrue();
        Told rest = ask(room.value(), NOW, 1, 2).orElseThrow();
        assertThat(rest.events()).extracting(Event::sequence).containsExactly(2L, 3L);
        assertThat(rest.more()).isFalse();
        assertThat(ask(room.value(), NOW, 3, 2).orElseThrow().events()).isEmpty();
        assertThatThrownBy(() -> ask(room.value(), NOW, -1, 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> ask(room.value(), NOW, -1, 0)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void hasTheStateOfAnyPositionAndInstant() {
        open();
        say("one");
        say("two");
        List<Event> events = told(room.value(), NOW).events();
        assertThat(lastNumber(new AsOf.Position(events.get(1).position()))).isEqualTo(1);
        assertThat(lastNumber(new AsOf.Position(events.get(2).position() - 1))).isEqualTo(1);
        assertThat(lastNumber(new AsOf.Position(events.get(2).position()))).isEqualTo(2);
        assertThat(lastNumber(new AsOf.At(events.get(2).at()))).isEqualTo(2);
        assertThat(state(new AsOf.At(events.getFirst().at().minusMillis(1)))).isEmpty();
        assertThat(state(new AsOf.Position(events.getFirst().position() - 1))).isEmpty();
    }

    @Test
    void saysWhichEventItsStateIsRightAfterAndHowManyThereAre() {
        open();
        List.of("one", "two", "three").forEach(this::say);
        List<Event> events = told(room.value(), NOW).events();
        Told then = ask(room.value(), new AsOf.Position(events.get(1).position()), -1, 1)
                .orElseThrow();
        assertThat(then.place()).isEqualTo(1);
        assertThat(then.last()).isEqualTo(3);
        var tooEarly = new AsOf.Position(events.getFirst().position() - 1);
        assertThat(ask(room.value(), tooEarly, -1, 1).orElseThrow().place()).isEqualTo(-1);
        assertThat(ask(room.value(), NOW, -1, 1).orElseThrow().place()).isEqualTo(3);
    }

    @Test
    void keepsInstantsThatSortAsTheirTextsDo() {
        open();
        side.getBean(JdbcClient.class)
                .sql("SELECT timestamp FROM domainevententry")
                .query(String.class)
                .list()
                .forEach(text -> assertThat(text).hasSize("2026-03-01T12:00:00.000Z".length()));
    }

    @Test
    void goesBackBehindASnapshot() {
        open();
        say("one");
        say("two");
        List<Event> events = told(room.value(), NOW).events();
        keepBrokenSnapshot();
        assertThat(lastNumber(new AsOf.Position(events.get(1).position()))).isEqualTo(1);
        assertThat(lastNumber(NOW)).isEqualTo(2);
    }

    @Test
    void tellsNoSecret() {
        send(new Appear(ann, new Username(ann.id().value()), Instant.EPOCH));
        send(new SwitchZenMode(ann, true));
        send(new EnableKidMode(ann, new Password("secret")));
        Told told = told(StreamKind.MEMBER, ann.id().value(), NOW);
        assertThat(told.events().getLast().type()).isEqualTo("KidModeEnabled");
        assertThat(told.state()).containsEntry("zen_mode", true).containsEntry("chat_tab", "chat");
        assertThat(told.toString()).doesNotContainIgnoringCase("hash").doesNotContain("$2");
    }

    @Test
    void tellsNothingThatWasSaidInPrivate() {
        Actor ben = Actor.of(new UserId(UUID.randomUUID().toString()), Role.USER);
        send(new Appear(ann, new Username(ann.id().value()), Instant.EPOCH));
        send(new Appear(ben, new Username(ben.id().value()), Instant.EPOCH));
        send(new WriteTo(ann, ben.id(), new DirectText("for you alone")));
        Told told = told(
                StreamKind.CONVERSATION, ConversationId.of(ann.id(), ben.id()).value(), NOW);
        Event sent = told.events().getLast();
        assertThat(sent.type()).isEqualTo("DirectMessageSent");
        assertThat(sent.isPrivate()).isTrue();
        assertThat(sent.payload()).containsEntry("content", null).containsEntry("number", 1L);
        assertThat(told.toString()).doesNotContain("for you alone");
    }

    @Test
    void isForModerators() {
        open();
        var question = new Question(ann, StreamKind.ROOM, room.value(), NOW, -1, 1);
        assertThatThrownBy(() -> side.getBean(History.class).of(question).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void isOfThatKindAndNoOther() {
        send(new Appear(ann, new Username(ann.id().value()), Instant.EPOCH));
        send(new WriteNotes(ann, new EntityId("g1"), new NotesText("for me alone")));
        Stream.of(
                        NotesId.of(ann.id(), new EntityId("g1")).value(),
                        UsernameId.of(new Username(ann.id().value())).value(),
                        ann.id().value())
                .forEach(stream -> assertThat(ask(stream, NOW, -1, 1)).isEmpty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"CASE, case~conduct~mod", "MEMBER, mod", "APPEAL, appeal~action~mod~1", "LOOK, look~dm~ann~mod"})
    void isNotForThoseWhomItIsAbout(StreamKind kind, String stream) {
        var question = new Question(MODERATOR, kind, stream, NOW, -1, 1);
        assertThatThrownBy(() -> ask(question))
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void isEmptyWhereNothingHappened() {
        assertThat(ask("team~nowhere", NOW, -1, 1)).isEmpty();
    }

    /** Of another shape, as an older server may have left it. */
    private void keepBrokenSnapshot() {
        side.getBean(JdbcClient.class)
                .sql("INSERT INTO snapshotevententry SELECT aggregateidentifier, sequencenumber, type, 's' ||"
                        + " eventidentifier, metadata, '{\"gone\":1}', '1', 'dev.parley.command.room.Room', timestamp"
                        + " FROM domainevententry WHERE aggregateidentifier = ?"
                        + " ORDER BY sequencenumber DESC LIMIT 1")
                .param(room.value())
                .update();
    }

    private long lastNumber(AsOf asOf) {
        return (Long) state(asOf).get("last_number");
    }

    private Map<String, Object> state(AsOf asOf) {
        return told(room.value(), asOf).state();
    }

    private static Told told(String stream, AsOf asOf) {
        return told(StreamKind.ROOM, stream, asOf);
    }

    private static Told told(StreamKind kind, String stream, AsOf asOf) {
        return ask(new Question(MODERATOR, kind, stream, asOf, -1, 100)).orElseThrow();
    }

    private static Optional<Told> ask(String stream, AsOf asOf, long after, int limit) {
        return ask(new Question(MODERATOR, StreamKind.ROOM, stream, asOf, after, limit));
    }

    private static Optional<Told> ask(Question question) {
        return side.getBean(History.class).of(question).join();
    }

    private void open() {
        send(new OpenRoom(SERVICE, RoomType.TEAM, club, new People(List.of(ann.id()), List.of()), false));
    }

    private void say(String text) {
        send(new PostMessage(ann, room, new ChatText(text)));
    }

    private static Outcome send(Command command) {
        return side.getBean(Commands.class).send(command, Origin.of("request")).join();
    }
}
