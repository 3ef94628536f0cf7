package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.room.RoomId;
import dev.parley.load.EventStream;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

/** Each person holds two streams or sockets open at most, and asks for a few things an hour. */
@TestPropertySource(
        properties = {
            "parley.limits.enabled=true",
            "parley.limits.person.connections=2",
            "parley.limits.person.reads=10/1h"
        })
class ConnectionsTest extends LiveTest {
    private RoomId room;

    @BeforeEach
    void openRoom() {
        room = room();
    }

    @Test
    void ofStreamsAreRefusedPastTheLimitUntilOneIsClosed() throws IOException {
        String cid = token("cid");
        EventStream first = stream(cid);
        try (EventStream second = stream(cid)) {
            assertThat(second.status()).isEqualTo(200);
            web.get()
                    .uri("/api/chat/{room}/stream", room)
                    .headers(headers -> headers.setBearerAuth(cid))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .value(String.class, type -> assertThat(type).endsWith("/too-many-connections"));
            first.close();
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> opens(cid));
        }
    }

    @Test
    void ofSocketsAreRefusedPastTheLimit() throws InterruptedException {
        String eve = token("eve");
        Client first = Client.connect(port, "Authorization", "Bearer " + eve);
        Client second = Client.connect(port).say("{'type':'authenticate','ref':'1','token':'" + eve + "'}");
        second.hears("'ack'");
        assertThatThrownBy(() -> Client.connect(port, "Authorization", "Bearer " + eve))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(429));
        Client third = Client.connect(port).say("{'type':'authenticate','ref':'1','token':'" + eve + "'}");
        third.hears("'error'", "'ref':'1'", "problems/too-many-connections");
        assertThat(third.closed()).isEqualTo("4029 too-many-connections");
        List.of(first, second).forEach(Client::leave);
    }

    @Test
    void takeTheirRoomsFromThePersonsRequests() throws InterruptedException {
        Client fay = Client.connect(port, "Authorization", "Bearer " + token("fay"));
        for (int joined = 1; joined <= 9; joined++) {
            fay.say("{'type':'join_room','ref':'" + joined + "','room_id':'" + room() + "'}")
                    .hears("'ack'");
        }
        fay.say("{'type':'join_room','ref':'10','room_id':'" + room() + "'}")
                .hears("'error'", "problems/too-many-requests");
        fay.leave();
    }

    private boolean opens(String token) throws IOException {
        try (EventStream again = stream(token)) {
            return again.status() == 200;
        }
    }

    private EventStream stream(String token) throws IOException {
        return EventStream.open(port, "/api/chat/" + room + "/stream", List.of("Authorization: Bearer " + token));
    }
}
