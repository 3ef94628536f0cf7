package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

class RoomStreamControllerTest extends LiveTest {
    private static final UserId ANN = new UserId("dev:ann");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void answersAHeadAtOnce() {
        RoomId room = room();
        web.head()
                .uri("/api/chat/" + room + "/stream")
                .header("Authorization", "Bearer " + token("ann"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void sendsWhatHappensFromNowOn() {
        RoomId room = room();
        FluxExchangeResult<String> stream = opened(get(room, "", "ann"));
        StepVerifier.create(stream.getResponseBody())
                .then(() -> post(room, 1))
                .expectNextMatches(data -> data.contains("\"content\":\"line 1\""))
                .thenCancel()
                .verify(PATIENCE);
        HttpHeaders headers = stream.getResponseHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.TEXT_EVENT_STREAM);
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        assertThat(headers.getFirst("X-Accel-Buffering")).isEqualTo("no");
    }

    @Test
    void resumesAfterTheLastEvent() {
        RoomId room = room();
        post(room, 1);
        post(room, 2);
        StepVerifier.create(opened(get(room, "1", "ann")).getResponseBody())
                .expectNextMatches(data -> data.contains("\"content\":\"line 2\""))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void takesTheLastEventAsAParameterToo() {
        RoomId room = room();
        post(room, 1);
        var response = web.get()
                .uri("/api/chat/{room}/stream/?last_event_id=0", room)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token("ann"))
                .exchange();
        StepVerifier.create(opened(response).getResponseBody())
                .expectNextMatches(data -> data.contains("\"content\":\"line 1\""))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void endsWithAWordOnceTheRoomMayNotBeReadAnyMore() {
        String token = token("ann");
        UserId ann = subject(token);
        RoomId room = room(ann);
        StepVerifier.create(opened(get(room, "", "ann")).getResponseBody())
                .then(() -> log.append(new ParticipantRemoved(room, ann)))
                .expectNextMatches(data -> data.contains("\"reason\":\"not-a-participant\""))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void refusesIdsThatAreNone() {
        problem(get(room(), "x1", "ann"), 400, "malformed-request");
        problem(get(room(), "-1", "ann"), 400, "malformed-request");
        problem(get(room(), "9999999999999999999", "ann"), 400, "malformed-request");
    }

    @Test
    void refusesStrangersAndUnknownRooms() {
        problem(get(room(ANN), "", "bob"), 403, "not-a-participant");
        problem(get(new RoomId("team~none"), "", "bob"), 404, "unknown-room");
        problem(web.get().uri("/api/chat/{room}/stream", room()).exchange(), 401, "unauthenticated");
    }

    private ResponseSpec get(RoomId room, String lastEventId, String person) {
        return web.get()
                .uri("/api/chat/{room}/stream", room)
                .headers(headers -> {
                    headers.setBearerAuth(token(person));
                    if (!lastEventId.isEmpty()) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange();
    }

    private static FluxExchangeResult<String> opened(ResponseSpec response) {
        return response.expectStatus().isOk().returnResult(String.class);
    }

    private static void problem(ResponseSpec response, int status, String type) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, address -> assertThat(address).endsWith("/" + type));
    }

    private void post(RoomId room, long number) {
        log.append(new MessagePosted(room, number, ANN, new PersonalText(ANN, "line " + number)));
    }
}
