package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketTest extends LiveTest {
    private Client client;

    @AfterEach
    void leave() {
        if (client != null) {
            client.leave();
        }
    }

    @Test
    void bringsLinesOfSeveralRooms() throws InterruptedException {
        RoomId one = room();
        RoomId two = room();
        signedIn();
        client.say(join("1", one)).hears("{'type':'ack','ref':'1','room_id':'" + one + "','event_id':'0','present':[");
        client.say(join("2", two)).hears("'ref':'2'");
        client.say(send("3", two, "hello"));
        assertThat(new String[] {next(), next()})
                .anyMatch(text ->
                        text.startsWith("{\"type\":\"ack\",\"ref\":\"3\",\"message\":{\"id\":\"" + two + "~1~1\"")
                                && text.endsWith("\"position\":\"7\"}"))
                .anyMatch(text ->
                        text.startsWith("{\"type\":\"new_message\",\"event_id\":\"1\",\"data\":{\"id\":\"" + two)
                                && text.contains("\"content\":\"hello\""));
    }

    @Test
    void resumesEachRoomAfterItsLastEvent() throws InterruptedException {
        RoomId room = room();
        signedIn();
        client.say(send("1", room, "first")).hears("'ack'");
        client.say("{'type':'join_room','ref':'2','room_id':'" + room + "','last_event_id':'0'}")
                .hears("'ack'", "'event_id':'0'")
                .hears("'new_message'", "'event_id':'1'", "first");
    }

    @Test
    void bringsNothingMoreOfARoomThatWasLeft() throws InterruptedException {
        RoomId room = room();
        signedIn();
        client.say(join("1", room)).hears("'ack'");
        client.say("{'type':'leave_room','ref':'2','room_id':'" + room + "'}").hears("{'type':'ack','ref':'2'}");
        Client staying = Client.connect(port, "Authorization", "Bearer " + token("ben"));
        staying.say(join("1", room)).hears("'ack'");
        client.say(send("3", room, "unheard")).hears("'ack'", "'ref':'3'");
        staying.hears("'new_message'", "unheard").leave();
        client.say(join("4", room)).hears("'ack'", "'event_id':'1'");
    }

    @Test
    void tellsWhoIsTypingOnceInTwoSeconds() throws InterruptedException {
        RoomId room = room(subject(token("ann")));
        signedIn();
        client.say(join("1", room)).hears("'ack'");
        client.say("{'type':'typing','room_id':'" + room + "'}").hears("{'type':'typing','data':{'room_id':'" + room);
        client.say("{'type':'typing','ref':'2','room_id':'" + room + "'}").hears("{'type':'ack','ref':'2'}");
    }

    @Test
    void answersWhoAsksForASignOfLife() throws InterruptedException {
        signedIn();
        client.say("{'type':'ping','ref':'1'}").hears("{'type':'ack','ref':'1'}");
    }

    @Test
    void takesTheTokenInTheFirstFrame() throws InterruptedException {
        client = Client.connect(port);
        client.say("{'type':'authenticate','ref':'1','token':'" + token("ann") + "'}")
                .say(join("2", room()))
                .hears("{'type':'ack','ref':'1'}")
                .hears("'ack'", "'ref':'2'");
    }

    @Test
    void closesOnWhoDoesNotSayWhoTheyAre() throws InterruptedException {
        client = Client.connect(port);
        client.say(join("1", room())).hears("'error'", "'ref':'1'", "/problems/unauthenticated'", "'status':401");
        assertThat(client.closed()).isEqualTo("4001 unauthenticated");
    }

    @Test
    void closesOnABadToken() throws InterruptedException {
        client = Client.connect(port);
        client.say("{'type':'authenticate','token':'no.such.token'}").hears("'error'", "/problems/invalid-token'");
        assertThat(client.closed()).isEqualTo("4001 unauthenticated");
    }

    @Test
    void goesOnWithAnotherTokenOfTheSamePerson() throws InterruptedException {
        signedIn();
        client.say("{'type':'authenticate','ref':'1','token':'" + token("ann") + "'}")
                .hears("'ack'", "'ref':'1'");
        client.say(join("2", room())).hears("'ack'", "'ref':'2'");
    }

    @Test
    void closesOnATokenOfAnotherPerson() throws InterruptedException {
        signedIn();
        client.say("{'type':'authenticate','token':'" + token("bob") + "'}")
                .hears("'error'", "/problems/invalid-token'");
        assertThat(client.closed()).isEqualTo("4001 unauthenticated");
    }

    @Test
    void closesWhenAnotherTokenSaysOtherRoles() {
        client = Client.connect(port, "Authorization", "Bearer " + token("ann", "moderator"));
        client.say("{'type':'authenticate','token':'" + token("ann") + "'}");
        assertThat(client.closed()).isEqualTo("4001 roles-changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'dance','ref':'9'}                                         | unknown-frame",
                "{'type':'mark_read','ref':'9'}                                     | invalid-value",
                "{'type':'mark_read','ref':'9','conversation_id':'dm~b~a'}          | invalid-value",
                "{'type':'join_me','ref':'9','last_event_id':'x'}                   | invalid-value",
                "{'type':'typing','ref':'9','room_id':'team~x','conversation_id':'dm~a~b'} | invalid-value",
                "{'ref':'9'}                                                        | unknown-frame",
                "{'type':'join_room','ref':'9'}                                     | invalid-value",
                "{'type':'join_room','ref':'9','room_id':'nonsense'}                | invalid-value",
                "{'type':'join_room','ref':'9','room_id':7}                         | invalid-value",
                "{'type':'join_room','ref':'9','room_id':'team~none'}               | unknown-room",
                "{'type':'join_room','ref':'9','room_id':'team~x','other':1}        | unknown-field",
                "{'type':'join_room','ref':'9','room_id':'team~x','last_event_id':'x'} | invalid-value",
                "{'type':'send_message','ref':'9','room_id':'team~x','content':'refused'} | flood",
                "{'type':'send_message','ref':'9','room_id':'team~x','content':' '}  | invalid-value",
                "{'type':'send_message','ref':'9','room_id':'team~x'}               | invalid-value",
                "{'type':'typing','ref':'9','room_id':'team~x'}                     | not-joined"
            })
    void refusesAFrameByItsRef(String frame, String type) throws InterruptedException {
        signedIn();
        client.say(frame).hears("'type':'error'", "'ref':'9'", "/problems/" + type + "'", "'status':4", "'detail':");
        client.say(join("10", room())).hears("'ack'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'type':|malformed-json", "[]|malformed-json", "7|malformed-json", "{'ref':7}|invalid-value"})
    void refusesWhatIsNoFrame(String text, String type) throws InterruptedException {
        signedIn();
        client.say(text).hears("{'type':'error','problem':", "/problems/" + type + "'");
        client.say(join("10", room())).hears("'ack'");
    }

    @Test
    void refusesStrangers() throws InterruptedException {
        signedIn();
        client.say(join("1", room(new UserId("somebody")))).hears("'error'", "/problems/not-a-participant'");
    }

    @Test
    void takesNoBinaryFrames() {
        signedIn();
        assertThat(client.sayBytes().closed()).isEqualTo("1003 text-frames-only");
    }

    @Test
    void takesNoFrameOfMoreThanSixteenKilobytes() {
        signedIn();
        client.say("'" + "x".repeat(17_000) + "'");
        assertThat(client.closed()).startsWith("1009");
    }

    @Test
    void takesAHundredRoomsAndAHundredFrames() throws InterruptedException {
        signedIn();
        for (int i = 0; i < 100; i++) {
            client.say(join("" + i, room())).hears("'ack'");
        }
        client.say(join("100", room())).hears("/problems/too-many-requests'");
        for (int i = 0; i < 100; i++) {
            client.say("{}");
        }
        assertThat(client.closed()).isEqualTo("1008 too-many-frames");
    }

    @Test
    void letsInItsOwnAndAllowedOriginsAlone() {
        String token = token("ann");
        assertThatThrownBy(() -> connectFrom("https://evil.example", token))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .cause()
                .extracting(failure ->
                        ((WebSocketHandshakeException) failure).getResponse().statusCode())
                .isEqualTo(403);
        assertThatCode(() -> connectFrom("https://play.example", token)).doesNotThrowAnyException();
        assertThatCode(() -> connectFrom("http://127.0.0.1:" + port, token)).doesNotThrowAnyException();
    }

    private void connectFrom(String origin, String token) {
        Client.connect(port, "Origin", origin, "Authorization", "Bearer " + token)
                .leave();
    }

    private void signedIn() {
        client = Client.connect(port, "Authorization", "Bearer " + token("ann"));
    }

    private String next() throws InterruptedException {
        return client.next();
    }

    private static String join(String ref, RoomId room) {
        return "{'type':'join_room','ref':'" + ref + "','room_id':'" + room + "'}";
    }

    private static String send(String ref, RoomId room, String content) {
        return "{'type':'send_message','ref':'" + ref + "','room_id':'" + room + "','content':'" + content + "'}";
    }
}
