package dev.parley.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.export.Detail;
import dev.parley.command.export.EventExport.Part;
import dev.parley.command.export.EventExport.Question;
import dev.parley.command.export.EventExport.Wanted;
import dev.parley.command.export.ExportCommand.ExportPersonalData;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The export of events over HTTP. */
class EventExportControllerTest extends ApiTest {
    private static final String EVENTS = "/api/analytics/events/";
    private static final Actor VERA = Actor.of(new UserId("dev-vera"), Role.ANALYST);
    private static final Actor IDA = Actor.of(new UserId("dev-ida"), Role.ADMIN);
    private static final Wanted ALL = new Wanted(Set.of(), Optional.empty(), Optional.empty());
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void isLinesOfJsonPartByPart() {
        given(export.behind(asked(ALL), 0)).willReturn(part("{\"cursor\":\"1\"}\n", 256));
        given(export.behind(asked(ALL), 256)).willReturn(part("", 512));
        given(export.behind(asked(ALL), 512)).willReturn(part("{\"cursor\":\"600\"}\n", -1));
        get(EVENTS)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-ndjson")
                .expectBody(String.class)
                .isEqualTo("{\"cursor\":\"1\"}\n{\"cursor\":\"600\"}\n");
    }

    @Test
    void isWholeHoweverLongItsPartsAre() {
        String line = "\"" + "x".repeat(30_000) + "\"\n";
        given(export.behind(asked(ALL), 0)).willReturn(part(line, 1));
        given(export.behind(asked(ALL), 1)).willReturn(part(line, -1));
        get(EVENTS).expectStatus().isOk().expectBody(String.class).isEqualTo(line + line);
    }

    @Test
    void isAskedForByTimeTypesKeyAndCursor() {
        get(EVENTS
                + "?from=2026-03-01&to=2026-03-01T12:00:00Z&types=PostAdded,MessagePosted&cursor=7&export_key=study");
        var wanted = new Wanted(
                Set.of("MessagePosted", "PostAdded"),
                Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                Optional.of(NOON));
        then(export).should().behind(new Question(VERA, Detail.PSEUDONYMOUS, "study", wanted), 7);
        then(commands).should(never()).send(any(ExportPersonalData.class), any());
    }

    @Test
    void withNamesAndTextsIsToldBeforeItBegins() {
        as("ida", "admin")
                .get()
                .uri(EVENTS + "?personal=true&reason=asked for by the court&types=PostAdded&cursor=7")
                .exchange()
                .expectStatus()
                .isOk();
        var command = new ExportPersonalData(
                IDA, 7, List.of("PostAdded"), Optional.empty(), Optional.empty(), "asked for by the court");
        then(commands).should().send(eq(command), any());
        var wanted = new Wanted(Set.of("PostAdded"), Optional.empty(), Optional.empty());
        then(export).should().behind(new Question(IDA, Detail.NAMED, "", wanted), 7);
    }

    @Test
    void withNamesAndTextsDoesNotBeginUnlessItIsTold() {
        given(commands.send(any(ExportPersonalData.class), any()))
                .willReturn(CompletableFuture.failedFuture(new CommandRejected(Rejection.NOT_ALLOWED, "No.")));
        refuses(EVENTS + "?personal=true&reason=just to have a look", 403, "not-allowed");
        then(export).should(never()).behind(any(), anyLong());
    }

    @Test
    void isForAnalysts() {
        given(export.behind(any(), anyLong()))
                .willReturn(CompletableFuture.failedFuture(new CommandRejected(Rejection.NOT_ALLOWED, "No.")));
        refuses(EVENTS, 403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=yesterday", "to=x", "types=Nothing", "cursor=x", "export_key=a b", "personal=perhaps"})
    void hasBounds(String parameter) {
        refuses(EVENTS + "?" + parameter, 422, "invalid-value");
    }

    @Test
    void isCutOffWhereAPartFails() {
        given(export.behind(asked(ALL), 0)).willReturn(part("{\"cursor\":\"1\"}\n", 256));
        given(export.behind(asked(ALL), 256))
                .willReturn(CompletableFuture.failedFuture(new IllegalStateException("as asked")));
        assertThatThrownBy(() -> get(EVENTS).expectBody(String.class).returnResult())
                .hasStackTraceContaining("prematurely");
    }

    @Test
    void itsSchemaIsThere() {
        given(export.schema(Detail.PSEUDONYMOUS)).willReturn(Map.of("title", "pseudonymous"));
        given(export.schema(Detail.NAMED)).willReturn(Map.of("title", "named"));
        get(EVENTS + "schema/").expectBody().jsonPath("$.title").isEqualTo("pseudonymous");
        get(EVENTS + "schema/?personal=true").expectBody().jsonPath("$.title").isEqualTo("named");
    }

    private static Question asked(Wanted wanted) {
        return new Question(VERA, Detail.PSEUDONYMOUS, "", wanted);
    }

    /** @param next -1 for none */
    private static CompletableFuture<Part> part(String lines, long next) {
        return CompletableFuture.completedFuture(
                new Part(lines.getBytes(UTF_8), next < 0 ? OptionalLong.empty() : OptionalLong.of(next)));
    }

    private void refuses(String address, int status, String problem) {
        assertRefused(get(address), status, problem);
    }

    private WebTestClient.ResponseSpec get(String address) {
        return as("vera", "analyst").get().uri(address).exchange();
    }
}
