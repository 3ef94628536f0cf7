package dev.parley.api.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.audit.AuditQuery.SearchAudit;
import dev.parley.query.audit.AuditQuery.What;
import dev.parley.query.audit.AuditQuery.When;
import dev.parley.query.audit.AuditQuery.Who;
import dev.parley.query.audit.AuditRowView;
import dev.parley.query.audit.AuditRowView.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The audit over HTTP. */
class AuditControllerTest extends ApiTest {
    private static final Actor MOD = Actor.of(new UserId("dev-mod"), Role.MODERATOR);
    private static final UserId ANN = new UserId("dev-ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AuditRowView ROW = new AuditRowView(
            "e2",
            2,
            NOON,
            "MemberWarned",
            "member",
            "dev-ann",
            new PersonView("dev-mod", "mod"),
            "moderator",
            "insulted others",
            "e2",
            "request2",
            List.of(new PersonView("dev-ann", "ann")),
            new Cause("request", "request2"),
            List.of("e3"),
            "/api/mod/history/member/dev-ann/");

    @BeforeEach
    void people() {
        given(usernames.findHolder(any())).willReturn(Optional.empty());
        given(usernames.findHolder(new Username("ann"))).willReturn(Optional.of(ANN));
        answer(CompletableFuture.completedFuture(new Page<>(List.of(ROW), "2")));
    }

    @Test
    void listsRowsThatLeadOn() {
        get("").expectStatus().isOk().expectBody().json("""
                {
                  "items": [{
                    "event_id": "e2",
                    "position": 2,
                    "at": "2026-03-01T12:00:00.000Z",
                    "type": "MemberWarned",
                    "kind": "member",
                    "id": "dev-ann",
                    "actor": {"id": "dev-mod", "username": "mod"},
                    "role": "moderator",
                    "reason": "insulted others",
                    "command": "e2",
                    "correlation": "request2",
                    "subjects": [{"id": "dev-ann", "username": "ann"}],
                    "cause": {"kind": "request", "id": "request2"},
                    "effects": ["e3"],
                    "history_href": "/api/mod/history/member/dev-ann/"
                  }],
                  "next": "2"
                }
                """);
    }

    @Test
    void asksForAllThatIsAskedFor() {
        get("?actor=dev-mod&subject=ann&type=MemberWarned&from=2026-03-01&to=2026-03-01T12:00:00Z&q=insult"
                + "&correlation=r&causation=c&event=e&cursor=17&limit=100");
        var who = new Who(Optional.of(MOD.id()), Optional.of(ANN));
        var what = new What("MemberWarned", "insult", "r", "c", "e");
        var when = new When(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.of(NOON));
        then(queries).should().query(eq(new SearchAudit(MOD, who, what, when, "17", 100)), rows());
    }

    @Test
    void isForModerators() {
        answer(CompletableFuture.failedFuture(new ReadRefused(Rejection.NOT_ALLOWED, "ann does not moderate")));
        refuses("", 403, "not-allowed");
    }

    @Test
    void waitsForElasticsearch() {
        answer(CompletableFuture.failedFuture(new SearchUnavailable("there is no Elasticsearch", null)));
        refuses("", 503, "store-unavailable");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "from=yesterday",
        "from=1969-12-31",
        "to=9999-01-01",
        "to=x",
        "cursor=x",
        "limit=0",
        "limit=101",
        "limit=x",
        "actor=no one/at all"
    })
    void hasBounds(String parameter) {
        refuses("?" + parameter, 422, "invalid-value");
    }

    private void answer(CompletableFuture<Page<AuditRowView>> answer) {
        given(queries.query(any(), rows())).willReturn(answer);
    }

    private static PageOf<AuditRowView> rows() {
        return ArgumentMatchers.any();
    }

    private void refuses(String parameters, int status, String problem) {
        get(parameters)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("/" + problem));
    }

    private WebTestClient.ResponseSpec get(String parameters) {
        return as("mod", "moderator").get().uri("/api/mod/audit/" + parameters).exchange();
    }
}
