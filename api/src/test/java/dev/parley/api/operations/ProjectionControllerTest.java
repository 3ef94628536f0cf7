package dev.parley.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.operations.ProjectionCommand.OperateProjection;
import dev.parley.command.operations.ProjectionCommand.Operation;
import dev.parley.command.operations.ProjectionCommand.RebuildProjection;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.ReadRefused;
import dev.parley.query.projection.ProjectionQuery.CheckOperation;
import dev.parley.query.projection.ProjectionQuery.ListProjections;
import dev.parley.query.projection.ProjectionQuery.Need;
import dev.parley.query.projection.ProjectionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The projections over HTTP. */
class ProjectionControllerTest extends ApiTest {
    private static final Actor ADMIN = Actor.of(new UserId("dev-root"), Role.ADMIN);
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final ProjectionView VIEW =
            new ProjectionView("rooms", 2, false, List.of("rooms"), 41, 42, 1, 7, 3, List.of());

    @BeforeEach
    void projections() {
        given(queries.query(any(CheckOperation.class), eq(ProjectionView.class)))
                .willReturn(CompletableFuture.completedFuture(VIEW));
        given(queries.query(eq(new ListProjections(ADMIN)), rows()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(VIEW), null)));
        given(commands.send(any(), any()))
                .willReturn(CompletableFuture.completedFuture(new Outcome(
                        List.of(new Recorded<>(new ProjectionPaused(ROOMS), "projection~rooms", 0, Instant.EPOCH)),
                        42)));
        given(positions.reached(any(), BDDMockito.anyLong())).willReturn(CompletableFuture.completedFuture(null));
    }

    @Test
    void areListed() {
        as("root", "admin")
                .get()
                .uri("/api/admin/projections/")
                .exchange()
                .expectBody()
                .json("""
                {"items": [{"name": "rooms", "version": 2, "paused": false, "position": 41, "head": 42, "lag": 1,
                    "dead_letters": 3}]}
                """);
    }

    @Test
    void areRebuiltForAReason() {
        post("rebuild", "{\"reason\": \"a new field\", \"switch\": \"manual\"}")
                .expectStatus()
                .isAccepted();
        then(queries).should().query(new CheckOperation(ADMIN, ROOMS, Need.NO_PENDING_VERSION), ProjectionView.class);
        then(commands).should().send(eq(new RebuildProjection(ADMIN, ROOMS, true, "a new field")), any());
        assertThat(problem("rebuild", "{\"reason\": \" \"}")).isEqualTo("invalid-value");
        assertThat(problem("rebuild", "{\"reason\": \"x\", \"switch\": \"never\"}"))
                .isEqualTo("invalid-value");
    }

    @ParameterizedTest
    @CsvSource({
        "verify,   VERIFY,    NO_PENDING_VERSION",
        "repair,   REPAIR,    VERIFIED_VERSION",
        "switch,   SWITCH,    NEXT_VERSION",
        "rollback, ROLL_BACK, PREVIOUS_VERSION",
        "cancel,   CANCEL,    PENDING_VERSION",
        "pause,    PAUSE,     NOTHING",
        "resume,   RESUME,    NOTHING"
    })
    void areOperatedForAReason(String path, Operation operation, Need need) {
        post(path, "{\"reason\": \"why\"}").expectStatus().isAccepted();
        then(queries).should().query(new CheckOperation(ADMIN, ROOMS, need), ProjectionView.class);
        then(commands).should().send(eq(new OperateProjection(ADMIN, ROOMS, operation, "why")), any());
        assertThat(problem(path, "{}")).isEqualTo("invalid-value");
    }

    @Test
    void areLeftAloneWhereTheQuerySideRefuses() {
        given(queries.query(any(CheckOperation.class), eq(ProjectionView.class)))
                .willReturn(CompletableFuture.failedFuture(
                        new ReadRefused(Rejection.REBUILD_UNDER_WAY, "Version 3 is on its way.")));
        given(commands.earlier(any(), any())).willReturn(CompletableFuture.completedFuture(Optional.empty()));
        assertThat(problem("rebuild", "{\"reason\": \"again\"}")).isEqualTo("rebuild-under-way");
        then(commands).should(BDDMockito.never()).send(any(RebuildProjection.class), any());
    }

    @Test
    void areAnsweredAsAtFirstWhereTheRequestWasTakenBefore() {
        given(queries.query(any(CheckOperation.class), eq(ProjectionView.class)))
                .willReturn(CompletableFuture.failedFuture(
                        new ReadRefused(Rejection.REBUILD_UNDER_WAY, "Version 3 is on its way.")));
        given(commands.earlier(eq(new RebuildProjection(ADMIN, ROOMS, false, "again")), any()))
                .willReturn(CompletableFuture.completedFuture(Optional.of(Outcome.nothingNew(42))));
        post("rebuild", "{\"reason\": \"again\"}").expectStatus().isAccepted();
        then(positions).should().reached("operations", 42);
    }

    @Test
    void areToldLive() {
        String first = as("root", "admin")
                .get()
                .uri("/api/admin/projections/stream")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();
        assertThat(first).contains("\"name\":\"rooms\"");
    }

    private static PageOf<ProjectionView> rows() {
        return ArgumentMatchers.any();
    }

    private WebTestClient.ResponseSpec post(String operation, String body) {
        return as("root", "admin")
                .post()
                .uri("/api/admin/projections/rooms/" + operation)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String problem(String operation, String body) {
        String json =
                post(operation, body).expectBody(String.class).returnResult().getResponseBody();
        return json.replaceAll("(?s).*problems/([a-z-]+)\".*", "$1");
    }
}
