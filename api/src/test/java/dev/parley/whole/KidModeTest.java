package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.load.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kim and everybody around her, before kid mode, in it and after it: a user, a friend whom she follows and has written
 * with, her teacher, a moderator, and a service. All people of the table take part in her room, and she in theirs.
 */
class KidModeTest {
    private static final String ROOM = "team~club";
    private static final String ON = "{'enabled':true,'password':'long enough'}";
    private static final String OFF = "{'enabled':false,'password':'long enough'}";

    /**
     * What each is answered while Kim is not in kid mode, and while she is. <em>To</em> is what somebody does to Kim,
     * <em>from</em> what she does to them; a room's lines and pages are everybody's own.
     */
    private static final String TABLE = """
            who,       channel,   way,  not kid,      kid
            user,      room line, to,   201,          201
            friend,    room line, to,   201,          201
            teacher,   room line, to,   201,          201
            moderator, room line, to,   201,          201
            service,   room line, to,   not-allowed,  not-allowed
            everybody, room line, from, 201,          kid-mode
            user,      room read, to,   200,          200
            friend,    room read, to,   200,          200
            teacher,   room read, to,   200,          200
            moderator, room read, to,   200,          200
            everybody, room read, from, 200,          kid-mode
            user,      DM,        to,   201,          message-privacy
            friend,    DM,        to,   201,          message-privacy
            teacher,   DM,        to,   201,          201
            moderator, DM,        to,   201,          201
            service,   DM,        to,   not-allowed,  not-allowed
            user,      DM,        from, 201,          kid-mode
            friend,    DM,        from, 201,          kid-mode
            teacher,   DM,        from, 201,          201
            moderator, DM,        from, 201,          kid-mode
            service,   DM,        from, unknown-user, unknown-user
            user,      follow,    to,   204,          204
            friend,    follow,    to,   204,          204
            teacher,   follow,    to,   204,          204
            moderator, follow,    to,   204,          204
            service,   follow,    to,   not-allowed,  not-allowed
            user,      follow,    from, 204,          kid-mode
            friend,    follow,    from, 204,          kid-mode
            teacher,   follow,    from, 204,          kid-mode
            moderator, follow,    from, 204,          kid-mode
            service,   follow,    from, unknown-user, unknown-user
            everybody, feed,      from, 200,          kid-mode
            everybody, forum,     from, 200,          kid-mode
            everybody, topic,     from, 200,          kid-mode
            everybody, post,      from, 201,          kid-mode
            moderator, post,      to,   201,          201
            user,      activity,  to,   not-allowed,  not-allowed
            friend,    activity,  to,   not-allowed,  not-allowed
            teacher,   activity,  to,   not-allowed,  not-allowed
            moderator, activity,  to,   not-allowed,  not-allowed
            service,   activity,  to,   204,          204
            user,      activity,  from, 200,          200
            friend,    activity,  from, 200,          200
            teacher,   activity,  from, 200,          200
            moderator, activity,  from, 200,          200
            service,   activity,  from, unknown-user, unknown-user
            """;

    @TempDir
    private static Path directory;

    private static Site site;
    private static String topic;
    private static boolean on;
    private static int texts;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        site = Site.start(directory);
        List.of("kim", "user", "friend", "teacher").forEach(username -> site.appear(username, "user"));
        site.appear("moderator", "user", "moderator");
        site.appear("service", "service");
        done("service", "PUT", "/api/classes/go/", "{'teachers':['teacher'],'students':['kim'],'managed':false}");
        done(
                "service",
                "POST",
                "/api/chat/rooms/",
                "{'room_type':'team','team_id':'club','participants':['kim','user','friend','teacher','moderator']}");
        done("kim", "POST", "/api/users/friend/follow/", "");
        done("friend", "POST", "/api/messages/compose/", "{'recipient':'kim','content':'hello'}");
        topic = "/api/forum/topics/" + startedTopic();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> site.get("friend", topic + "/").status() == 200);
    }

    /** As soon as the forum has its categories. */
    private static String startedTopic() {
        String start = "{'category':'general','title':'A book for beginners','content':'Which?'}";
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> site.ask("friend", "POST", "/api/forum/topics/", start), answer -> answer.status() == 201)
                .body()
                .at("/topic/id")
                .asString();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Row by row before, in and after kid mode: it is switched only between those. */
    static Stream<Arguments> answers() {
        return Stream.of(false, true, false)
                .flatMap(kid ->
                        TABLE.lines().skip(1).map(row -> row.split(", +")).map(row -> arguments(kid, row)));
    }

    private static Arguments arguments(boolean kid, String[] row) {
        return Arguments.of(kid, row[0], row[1], row[2], kid ? row[4] : row[3]);
    }

    @ParameterizedTest(name = "kid mode {0}: {2} {3} {1} is {4}")
    @MethodSource("answers")
    void opensAndCloses(boolean kid, String who, String channel, String way, String expected) {
        turn(kid);
        boolean toKim = way.equals("to");
        assertThat(answer(toKim ? who : "kim", channel, toKim ? "kim" : who)).isEqualTo(expected);
    }

    @Test
    void isToldAsTheReasonWhyARoomIsClosed() {
        turn(true);
        var room = site.get("kim", "/api/chat/" + ROOM + "/").body();
        assertThat(room.at("/access").toString())
                .isEqualTo("{\"can_read\":false,\"can_write\":false,\"can_moderate\":false,\"reason\":\"kid-mode\"}");
    }

    @Test
    void endsTheRoomsStreamAndLetsNoOtherBegin() throws IOException {
        turn(false);
        try (EventStream stream = stream("/api/chat/" + ROOM + "/stream")) {
            assertThat(stream.status()).isEqualTo(200);
            turn(true);
            untilEvent(stream, "closed");
            assertThat(stream.data()).contains("\"reason\":\"kid-mode\"");
        }
        try (EventStream refused = stream("/api/chat/" + ROOM + "/stream")) {
            assertThat(refused.status()).isEqualTo(403);
        }
        turn(false);
        try (EventStream again = stream("/api/chat/" + ROOM + "/stream")) {
            assertThat(again.status()).isEqualTo(200);
        }
    }

    @Test
    void leavesTheOwnStreamOpenForTheTeacher() throws IOException {
        turn(false);
        try (EventStream own = stream("/api/me/stream")) {
            turn(true);
            assertThat(answer("teacher", "DM", "kim")).isEqualTo("201");
            untilEvent(own, "new_message");
            assertThat(own.data()).contains("\"username\":\"teacher\"");
        }
    }

    @Test
    void endsWhatAWebSocketHasJoined() throws InterruptedException {
        turn(false);
        Frames frames = new Frames();
        site.socket("kim", frames);
        frames.say("{'type':'join_room','ref':'1','room_id':'" + ROOM + "'}");
        frames.until("\"ref\":\"1\"");
        turn(true);
        assertThat(frames.until("\"closed\"")).contains("\"reason\":\"kid-mode\"");
        frames.say("{'type':'join_room','ref':'2','room_id':'" + ROOM + "'}");
        assertThat(frames.until("\"ref\":\"2\"")).contains("problems/kid-mode");
        frames.say("{'type':'send_message','ref':'3','room_id':'" + ROOM + "','content':'hello?'}");
        assertThat(frames.until("\"ref\":\"3\"")).contains("problems/kid-mode");
        frames.leave();
    }

    private static String answer(String actor, String channel, String other) {
        String text = words();
        var answer = switch (channel) {
            case "room line" ->
                site.ask(actor, "POST", "/api/chat/" + ROOM + "/messages/", "{'content':'" + text + "'}");
            case "room read" -> site.get(actor, "/api/chat/" + ROOM + "/messages/");
            case "DM" ->
                site.ask(
                        actor,
                        "POST",
                        "/api/messages/compose/",
                        "{'recipient':'" + other + "','content':'" + text + "'}");
            case "follow" -> site.ask(actor, "POST", "/api/users/" + other + "/follow/", "");
            case "feed" -> site.get(actor, "/api/feed/");
            case "forum" -> site.get(actor, "/api/forum/topics/");
            case "topic" -> site.get(actor, topic + "/");
            case "post" -> site.ask(actor, "POST", topic + "/posts/", "{'content':'" + text + "'}");
            case "activity" ->
                actor.equals("kim")
                        ? site.get(actor, "/api/users/" + other + "/activity/")
                        : site.ask(actor, "POST", "/api/activities/", activityOf(other));
            default -> throw new IllegalArgumentException(channel);
        };
        return answer.told();
    }

    private static String activityOf(String person) {
        return "{'username':'" + person + "','kind':'blog','title':'A blog','url':'https://play.example/blog/1'}";
    }

    /** No two are nearly the same. */
    private static String words() {
        return Integer.toString(++texts, 2).replace("0", "north ").replace("1", "east ");
    }

    private static void turn(boolean kid) {
        if (on != kid) {
            done("kim", "POST", "/api/settings/kid-mode/", kid ? ON : OFF);
            site.ask("kim", "GET", "/api/chat/" + ROOM + "/", ""); // waits until this node has seen it
            on = kid;
        }
    }

    private static void done(String actor, String method, String path, String body) {
        var answer = site.ask(actor, method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 299);
    }

    private static EventStream stream(String path) throws IOException {
        return EventStream.open(site.port(), path, List.of("Authorization: " + site.bearer("kim")));
    }

    private static void untilEvent(EventStream stream, String name) {
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            stream.next();
            return stream.name().equals(name);
        });
    }
}
