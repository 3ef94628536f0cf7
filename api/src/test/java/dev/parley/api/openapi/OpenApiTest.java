package dev.parley.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;

import dev.parley.api.ApiTest;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.member.SettingsView;
import dev.parley.query.room.RoomQuery.FindRoom;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomView;
import dev.parley.query.room.notes.NotesView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document at /v3/api-docs says what the running server does. */
class OpenApiTest extends ApiTest {
    private static final RoomId ROOM = new RoomId("game~abc");
    private static final UserId ANN = new UserId("dev-ann");
    private static final RoomOpened OPENED =
            new RoomOpened(ROOM, RoomType.GAME, new EntityId("abc"), List.of(ANN), false);
    private static final int MAX_DOCUMENT_BYTES = 1_000_000;
    private static final String TOPIC = "topic~00000000-0000-0000-0000-000000000001";
    private static final String ACTION = "action~dev-ann~1";
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("{roomId}", "game~abc"),
            Map.entry("{messageId}", "game~abc~1~1"),
            Map.entry("{username}", "ann"),
            Map.entry("{gameId}", "abc"),
            Map.entry("{name}", "rooms"),
            Map.entry("{letterId}", "1-42"),
            Map.entry("{conversationId}", "dm~dev-ann~dev-ben"),
            Map.entry("{classId}", "chess"),
            Map.entry("{slug}", "general"),
            Map.entry("{topicId}", TOPIC),
            Map.entry("{postId}", TOPIC + "~1~1"),
            Map.entry("{reaction}", "heart"),
            Map.entry("{kind}", "room"),
            Map.entry("{historyId}", "game~abc"),
            Map.entry("{caseId}", "case~conduct~dev-ann~1"),
            Map.entry("{actionId}", ACTION),
            Map.entry("{appealId}", "appeal~" + ACTION));

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @Autowired
    private ObjectProvider<OpenAPIService> documents;

    private JsonNode document;

    @BeforeEach
    void readTheDocument() {
        document = JsonMapper.shared()
                .readTree(web.mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_DOCUMENT_BYTES))
                        .build()
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        var room = RoomState.opened(OPENED, Instant.EPOCH);
        var line = new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "hi"));
        given(usernames.find(any())).willReturn(Optional.of(ANN));
        given(usernames.findHolder(any())).willReturn(Optional.of(ANN));
        given(states.current(any())).willReturn(CompletableFuture.completedFuture(Optional.of(room)));
        given(pages.read(any()))
                .willReturn(CompletableFuture.completedFuture("{\"items\":[],\"next\":null}".getBytes()));
        given(queries.query(any(), ArgumentMatchers.eq(SettingsView.class)))
                .willReturn(CompletableFuture.completedFuture(new SettingsView(true, "chat", "everyone", false)));
        given(queries.query(any(), ArgumentMatchers.eq(NotesView.class)))
                .willReturn(CompletableFuture.completedFuture(new NotesView("e4")));
        given(queries.query(isA(FindRoom.class), ArgumentMatchers.eq(RoomView.class)))
                .willReturn(CompletableFuture.completedFuture(
                        RoomView.of(room, Actor.of(ANN, Role.USER), Standing.UNKNOWN, Instant.EPOCH)));
        given(commands.send(isA(PostMessage.class), any())).willReturn(outcome(line));
        given(commands.send(isA(OpenRoom.class), any())).willReturn(outcome(OPENED));
        given(commands.send(isA(ClaimCase.class), any()))
                .willReturn(outcome(new InquiryOpened(CaseId.parse(PLACES.get("{caseId}")), ANN, 1, Instant.EPOCH)));
    }

    @Test
    void isOpenApi31WithABearerScheme() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Problem/required").size()).isEqualTo(4);
    }

    @Test
    void namesExactlyTheRoutesThatThereAre() {
        assertThat(documented()).isEqualTo(served());
    }

    @Test
    void everyOperationAnswersAsDocumentedWithoutAToken() {
        documented().stream()
                .filter(operation -> operation.contains("/api/") && !operation.endsWith("/api/client"))
                .forEach(operation -> assertThat(call(operation, "", "")).isEqualTo(401));
    }

    @Test
    void everyOperationAnswersWithADocumentedStatus() {
        String token = token("mod", "moderator", "service");
        for (String operation : documented()) {
            if (!operation.endsWith("/stream")) {
                assertThat(statuses(operation)).as(operation).contains(call(operation, token, "{}"));
            }
        }
    }

    @Test
    void saysNothingOfAnybodysFollowers() {
        assertThat(document.toString()).doesNotContainIgnoringCase("follower");
    }

    @Test
    void isMadeOnceWhateverLanguageIsAskedFor() {
        assertThat(documents.getObject().getCachedOpenAPI(Locale.ENGLISH)).isNotNull();
        web.get()
                .uri("/v3/api-docs.yaml")
                .header("Accept-Language", "fr")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(documents.getObject().getCachedOpenAPI(Locale.FRENCH)).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    POST  | /api/chat/rooms             | 201 | {"room_type":"game","game_id":"abc","participants":["ann"]}
                    GET   | /api/chat/{roomId}          | 200 |
                    GET   | /api/chat/{roomId}/messages | 200 |
                    POST  | /api/chat/{roomId}/messages | 201 | {"content":"hi"}
                    GET   | /api/chat/notes/{gameId}    | 200 |
                    PUT   | /api/chat/notes/{gameId}    | 200 | {"content":"e4"}
                    GET   | /api/settings               | 200 |
                    PATCH | /api/settings               | 200 | {"zen_mode":true}
                    GET   | /api/client                 | 200 |
                    POST  | /dev/token                  | 200 | {"username":"ann"}
                    GET   | /api/unknown                | 404 |
                    """)
    void answersHaveTheDocumentedShape(String method, String path, int status, String body) {
        String answer = exchange(
                method, path, token("ann", "service"), Optional.ofNullable(body).orElse(""), status);
        JsonNode schema = status < 300
                ? document.path("paths")
                        .path(path)
                        .path(method.toLowerCase())
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path("application/json")
                        .path("schema")
                : document.at("/components/schemas/Problem");
        assertThat(schema.isMissingNode()).isFalse();
        new Shape(document).check(JsonMapper.shared().readTree(answer), schema, path);
    }

    @Test
    void thePageThatShowsItIsThere() {
        web.get()
                .uri("/swagger-ui.html")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .valueMatches("Location", ".*/swagger-ui/index.html");
        web.get()
                .uri("/swagger-ui/index.html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("default-src 'self'"));
        web.get().uri("/v3/api-docs/swagger-config").exchange().expectStatus().isOk();
    }

    private Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase() + " " + path.getKey())));
        return operations;
    }

    private Set<String> served() {
        Set<String> operations = new TreeSet<>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> operations.add(method + " " + pattern.getPatternString()))));
        operations.removeIf(operation -> Stream.of(" /api/", " /dev/").noneMatch(operation::contains));
        return operations;
    }

    private Set<Integer> statuses(String operation) {
        String[] parts = operation.split(" ");
        Set<Integer> statuses = new TreeSet<>();
        document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase())
                .path("responses")
                .propertyNames()
                .forEach(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    private int call(String operation, String token, String body) {
        String[] parts = operation.split(" ");
        return send(parts[0], parts[1], token, parts[0].equals("GET") ? "" : body)
                .getStatus()
                .value();
    }

    private String exchange(String method, String path, String token, String body, int status) {
        EntityExchangeResult<String> result = send(method, path, token, body);
        assertThat(result.getStatus().value()).isEqualTo(status);
        return result.getResponseBody();
    }

    private EntityExchangeResult<String> send(String method, String path, String token, String body) {
        String address = path;
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            address = address.replace(place.getKey(), place.getValue());
        }
        var request = web.method(HttpMethod.valueOf(method)).uri(URI.create("http://127.0.0.1:" + port + address));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchange().expectBody(String.class).returnResult();
    }

    private static CompletableFuture<Outcome> outcome(Object event) {
        var recorded = new Recorded<>(event, ROOM.value(), 0, Instant.EPOCH);
        return CompletableFuture.completedFuture(new Outcome(List.of(recorded), 1));
    }
}
