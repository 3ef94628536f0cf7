package dev.parley.api.analytics;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.export.Pseudonyms;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.analytics.AnalyticsQuery.FindReadyReport;
import dev.parley.query.analytics.AnalyticsQuery.ListReadyReports;
import dev.parley.query.analytics.DescribedReportView;
import dev.parley.query.analytics.ReadyReportView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tables that analysts need not make of events themselves. Of people they tell how many, or pseudonyms. */
@RestController
@RequestMapping("/api/analytics/reports")
class ReadyReportController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String[] PROJECTIONS = {
        "message-counts", "active-people", "case-flow", "second-decisions", "cases"
    };

    private final Freshness freshness;
    private final QueryGateway queries;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    ReadyReportController(Freshness freshness, QueryGateway queries, Pseudonyms pseudonyms, Clock clock) {
        this.freshness = freshness;
        this.queries = queries;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** All reports that there are, with what their columns tell. Problems: not-allowed (403). */
    @GetMapping
    Mono<Page<DescribedReportView>> list(Caller caller) {
        return Mono.fromFuture(
                () -> queries.query(new ListReadyReports(caller.actor()), PageOf.items(DescribedReportView.class)));
    }

    /**
     * One report of the days from {@code from} on and before {@code to}, in UTC: the last 30 unless told, at most 366; as
     * JSON, or as CSV with {@code format=csv}. People in it have the pseudonyms of exports of events under the same
     * {@code export_key}. Problems: not-allowed (403), unknown-report (404), invalid-value (422).
     */
    @GetMapping("/{name}")
    @ReadyReportParameters
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ReadyReportView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    Mono<ResponseEntity<Object>> find(@PathVariable String name, Caller caller, ServerWebExchange exchange) {
        var fields = ReadyReportFields.of(exchange.getRequest(), clock);
        var query = new FindReadyReport(caller.actor(), name, fields.days());
        boolean csv = fields.csv();
        var key = fields.exportKey(caller.actor());
        return freshness
                .read(exchange, () -> queries.query(query, ReadyReportView.class), PROJECTIONS)
                .map(report -> {
                    var people = pseudonyms.under(key);
                    return report.naming(person -> people.apply(new UserId(person)));
                })
                .map(report -> csv ? file(report) : ResponseEntity.ok(report));
    }

    private static ResponseEntity<Object> file(ReadyReportView report) {
        var name =
                ContentDisposition.attachment().filename(report.name() + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .headers(headers -> headers.setContentDisposition(name))
                .body(Csv.of(report));
    }
}
