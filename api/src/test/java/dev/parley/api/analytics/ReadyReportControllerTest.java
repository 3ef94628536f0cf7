package dev.parley.api.analytics;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.export.ExportKey;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Days;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.ReadyReport.Column;
import dev.parley.query.ReadyReport.Type;
import dev.parley.query.analytics.AnalyticsQuery.FindReadyReport;
import dev.parley.query.analytics.AnalyticsQuery.ListReadyReports;
import dev.parley.query.analytics.DescribedReportView;
import dev.parley.query.analytics.ReadyReportView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Ready-made reports over HTTP. */
class ReadyReportControllerTest extends ApiTest {
    private static final String REPORTS = "/api/analytics/reports/";
    private static final String MARCH = "?from=2026-03-01&to=2026-03-03";
    private static final Actor VERA = Actor.of(new UserId("dev-vera"), Role.ANALYST);
    private static final List<Column> COLUMNS = List.of(
            new Column("reporter", Type.PERSON, "Who had reported."),
            new Column("decided", Type.COUNT, "Cases."),
            new Column("accuracy", Type.SHARE, "Of them."));

    @BeforeEach
    void thereIsAReport() {
        var report = new ReadyReportView(
                "reporter-accuracy",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-03"),
                COLUMNS,
                List.of(
                        Map.of("reporter", "dev-ann", "decided", 4L, "accuracy", 0.75),
                        Map.of("reporter", "system", "decided", 1L, "accuracy", 0.0)));
        given(queries.query(any(FindReadyReport.class), eq(ReadyReportView.class)))
                .willReturn(CompletableFuture.completedFuture(report));
    }

    @Test
    void areListedWithTheirColumns() {
        var described = new DescribedReportView("reporter-accuracy", "How often.", COLUMNS);
        given(queries.query(
                        eq(new ListReadyReports(VERA)),
                        ArgumentMatchers.<ResponseType<Page<DescribedReportView>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(described), null)));
        get(REPORTS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("reporter-accuracy")
                .jsonPath("$.items[0].columns[0].type")
                .isEqualTo("person")
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void areRowsOfTheirColumnsInWhichNobodyIsNamed() {
        get(REPORTS + "reporter-accuracy/" + MARCH)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .jsonPath("$.from")
                .isEqualTo("2026-03-01")
                .jsonPath("$.items[0].reporter")
                .isEqualTo("pseudonym of dev-ann")
                .jsonPath("$.items[0].accuracy")
                .isEqualTo(0.75);
        then(pseudonyms).should().under(new ExportKey(VERA, ""));
    }

    @Test
    void haveThePseudonymsOfTheExportKey() {
        get(REPORTS + "reporter-accuracy/" + MARCH + "&export_key=study")
                .expectStatus()
                .isOk();
        then(pseudonyms).should().under(new ExportKey(VERA, "study"));
    }

    @Test
    void areCommaSeparatedOnRequest() {
        get(REPORTS + "reporter-accuracy/" + MARCH + "&format=csv")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"reporter-accuracy.csv\"")
                .expectBody(String.class)
                .isEqualTo("reporter,decided,accuracy\r\n"
                        + "pseudonym of dev-ann,4,0.75\r\n"
                        + "pseudonym of system,1,0.0\r\n");
    }

    @Test
    void areOfTheseDaysOrOfTheLastThirty() {
        get(REPORTS + "reporter-accuracy/" + MARCH).expectStatus().isOk();
        then(queries)
                .should()
                .query(
                        new FindReadyReport(
                                VERA,
                                "reporter-accuracy",
                                new Days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-03"))),
                        ReadyReportView.class);
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        get(REPORTS + "messages/").expectStatus().isOk();
        var since = before.equals(LocalDate.now(ZoneOffset.UTC)) ? before : before.plusDays(1);
        then(queries)
                .should()
                .query(
                        new FindReadyReport(VERA, "messages", new Days(since.minusDays(29), since.plusDays(1))),
                        ReadyReportView.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-03-01T00:00:00Z",
                "from=2026-03-02&to=2026-03-02",
                "from=2025-03-01&to=2026-03-03",
                "format=xml",
                "export_key=a b"
            })
    void haveBounds(String parameters) {
        refuses(REPORTS + "messages/?" + parameters, 422, "invalid-value");
    }

    @Test
    void areForAnalystsAndThoseThatThereAre() {
        given(queries.query(any(FindReadyReport.class), eq(ReadyReportView.class)))
                .willReturn(CompletableFuture.failedFuture(new ReadRefused(Rejection.NOT_ALLOWED, "No.")))
                .willReturn(CompletableFuture.failedFuture(new ReadRefused(Rejection.UNKNOWN_REPORT, "No.")));
        refuses(REPORTS + "messages/", 403, "not-allowed");
        refuses(REPORTS + "nothing/", 404, "unknown-report");
    }

    private void refuses(String address, int status, String problem) {
        assertRefused(get(address), status, problem);
    }

    private WebTestClient.ResponseSpec get(String address) {
        return as("vera", "analyst").get().uri(address).exchange();
    }
}
