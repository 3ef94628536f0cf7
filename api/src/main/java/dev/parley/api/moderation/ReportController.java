package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.PersonName;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.moderation.CaseQuery.ListMyReports;
import dev.parley.query.moderation.MyReportView;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What people, and the detectors of services, report. */
@RestController
@RequestMapping("/api")
class ReportController {
    private final Dispatch dispatch;
    private final NamedPeople people;
    private final ReportAnswers answers;
    private final Freshness freshness;
    private final QueryGateway queries;

    ReportController(
            Dispatch dispatch, NamedPeople people, ReportAnswers answers, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.people = people;
        this.answers = answers;
        this.freshness = freshness;
        this.queries = queries;
    }

    /**
     * @param type {@code cheating}, {@code chat}, {@code harassment}, {@code content} or {@code other}
     * @param description 5 to 2,000 characters
     * @param evidenceUrl a web address; {@code null} for none, but for cheating
     */
    record NewReport(
            @JsonProperty("reported_user") String reported,
            @JsonProperty("report_type") String type,
            @JsonProperty("description") String description,
            @JsonProperty("evidence_url") String evidenceUrl,
            @JsonProperty("subject") SubjectBody subject) {
        String person() {
            return reported == null ? "" : reported;
        }

        Filing filing() {
            return new Filing(
                    ReportType.of(type),
                    new ReportText(description),
                    address(evidenceUrl),
                    Optional.ofNullable(subject).map(SubjectBody::value));
        }
    }

    /** @param kind {@code chat_message}, {@code conversation}, {@code topic}, {@code post} or {@code user} */
    record SubjectBody(
            @JsonProperty("kind") String kind,
            @JsonProperty("id") String id) {
        Subject value() {
            return new Subject(Subject.Kind.of(kind), id);
        }
    }

    /** As a report; the detector is the service itself. */
    record NewFlag(
            @JsonProperty("user") PersonName user,
            @JsonProperty("report_type") String type,
            @JsonProperty("description") String description,
            @JsonProperty("evidence_url") String evidenceUrl) {
        Filing filing() {
            return new Filing(ReportType.of(type), new ReportText(description), address(evidenceUrl), Optional.empty());
        }

        PersonName person() {
            return user == null ? PersonName.known("") : user;
        }
    }

    /**
     * Reports somebody. 201 with the report; 200 with the one of the same type that the caller has and nobody has
     * decided, to which this is added. Problems: account-ban (403), unknown-message, unknown-conversation,
     * unknown-topic, unknown-post (404), case-full (409), unknown-user, invalid-value (422), too-many-reports (429). Whoever has no username
     * goes by {@code ~} and their id.
     */
    @PostMapping("/reports")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    Mono<ResponseEntity<MyReportView>> report(@RequestBody NewReport body, Caller caller, ServerWebExchange exchange) {
        Filing filing = body.filing();
        return people.named(body.person())
                .map(reported -> filing.by(caller.actor(), reported))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .flatMap(outcome -> answers.filed(outcome, caller));
    }

    /** What the caller has reported, the newest first. Problems: invalid-value (422). */
    @GetMapping("/reports")
    Mono<Page<MyReportView>> mine(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new ListMyReports(caller.actor(), cursor, limit);
        return freshness.read(
                exchange,
                () -> queries.query(query, PageOf.items(MyReportView.class)),
                ModerationWebConfiguration.CASES);
    }

    /** Reports what a detector found, for services. As for reports. Problems: not-allowed (403), too. */
    @PostMapping("/flags")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    Mono<ResponseEntity<MyReportView>> flag(@RequestBody NewFlag body, Caller caller, ServerWebExchange exchange) {
        if (!caller.actor().isService()) {
            return Mono.error(new CommandRejected(Rejection.NOT_ALLOWED, "This is for services."));
        }
        Filing filing = body.filing();
        return people.person(exchange, caller.actor(), body.person())
                .map(reported -> filing.by(caller.actor(), reported))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .flatMap(outcome -> answers.filed(outcome, caller));
    }

    private static Optional<String> address(String url) {
        return Optional.ofNullable(url).filter(given -> !given.isBlank());
    }
}
