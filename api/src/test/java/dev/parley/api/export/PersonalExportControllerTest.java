package dev.parley.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.export.PersonalExport.Own;
import dev.parley.command.export.PersonalExport.Part;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The export of what is one's own over HTTP. Each test is of a person of its own, whose budget is whole. */
class PersonalExportControllerTest extends ApiTest {
    private static final String EXPORT = "/api/me/export/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId BEN = new UserId("dev-ben");

    private final String name = UUID.randomUUID().toString();
    private final UserId person = new UserId("dev-" + name);

    @Test
    void isLinesOfJsonWithTheNamesOfThosePeople() {
        var sent = new Own("DirectMessageSent", NOON, Map.of("content", "hi"), Optional.empty(), Set.of(BEN));
        var answered = new Own("AppealRejected", NOON, Map.of(), Optional.of("it was you"), Set.of());
        given(ownExport.behind(person, 0)).willReturn(part(7, sent));
        given(ownExport.behind(person, 7)).willReturn(part(-1, answered));
        given(names.people(Set.of(BEN)))
                .willReturn(CompletableFuture.completedFuture(Map.of(BEN, PersonView.of(BEN, "Ben"))));
        WebTestClient.ResponseSpec answer = get();
        answer.expectStatus().isOk().expectHeader().contentType("application/x-ndjson");
        answer.expectHeader().valueEquals("Content-Disposition", "attachment; filename=\"parley.ndjson\"");
        answer.expectBody(String.class).isEqualTo("""
                        {"type":"DirectMessageSent","at":"2026-03-01T12:00:00.000Z","payload":{"content":"hi"},\
                        "people":[{"id":"dev-ben","username":"Ben"}]}
                        {"type":"AppealRejected","at":"2026-03-01T12:00:00.000Z","payload":{},"reason":"it was you",\
                        "people":[]}
                        """);
    }

    @Test
    void isOneAtATime() {
        CompletableFuture<Part> running = new CompletableFuture<>();
        given(ownExport.behind(person, 0)).willReturn(running);
        WebTestClient client = as(name, "user");
        var first = CompletableFuture.supplyAsync(() -> client.get().uri(EXPORT).exchange());
        Awaitility.await().untilAsserted(() -> then(ownExport).should().behind(person, 0));
        refused(client);
        running.complete(new Part(List.of(), OptionalLong.empty()));
        first.join().expectStatus().isOk().expectBody().isEmpty();
        client.get().uri(EXPORT).exchange().expectStatus().isOk();
    }

    @Test
    void isFiveInAnHour() {
        WebTestClient client = as(name, "user");
        for (int i = 0; i < 5; i++) {
            client.get()
                    .uri(EXPORT)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .isEmpty();
        }
        refused(client);
    }

    @Test
    void tellsWhyItDoesNotBegin() {
        given(ownExport.behind(any(), anyLong()))
                .willReturn(CompletableFuture.failedFuture(new StoreUnavailable("away", null)));
        get().expectStatus().isEqualTo(503);
    }

    private static void refused(WebTestClient client) {
        client.get()
                .uri(EXPORT)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("/too-many-requests"));
    }

    private WebTestClient.ResponseSpec get() {
        return as(name, "user").get().uri(EXPORT).exchange();
    }

    /** @param next -1 for none */
    private static CompletableFuture<Part> part(long next, Own... events) {
        return CompletableFuture.completedFuture(
                new Part(List.of(events), next < 0 ? OptionalLong.empty() : OptionalLong.of(next)));
    }
}
