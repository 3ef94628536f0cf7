package dev.parley.api.moderation;

import dev.parley.api.http.Fields;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.audit.AuditQuery.SearchAudit;
import dev.parley.query.audit.AuditQuery.What;
import dev.parley.query.audit.AuditQuery.When;
import dev.parley.query.audit.AuditQuery.Who;
import dev.parley.query.audit.AuditRowView;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows moderators everything that was done, by whomever. */
@RestController
class AuditController {
    private static final String AUDIT = "audit-search";

    private final Freshness freshness;
    private final QueryGateway queries;
    private final NamedPeople people;

    AuditController(Freshness freshness, QueryGateway queries, NamedPeople people) {
        this.freshness = freshness;
        this.queries = queries;
        this.people = people;
    }

    /**
     * All events that fulfil what is asked, newest first: {@code actor} did it, {@code subject} is named in it, both by
     * username or id; it happened at {@code from} or later and before {@code to}; all words of {@code q} stand in its
     * reason. {@code correlation} lists all that came of one request, {@code causation} what one event caused, and
     * {@code event} that event. Problems: not-allowed (403), invalid-value (422), store-unavailable (503).
     */
    @GetMapping("/api/mod/audit")
    @AuditParameters
    Mono<Page<AuditRowView>> search(Caller caller, ServerWebExchange exchange) {
        var fields = new Fields(exchange.getRequest().getQueryParams());
        return people.findAny(fields.text("actor"))
                .zipWith(people.findAny(fields.text("subject")), Who::new)
                .map(who -> query(caller, who, fields))
                .flatMap(query ->
                        freshness.read(exchange, () -> queries.query(query, PageOf.items(AuditRowView.class)), AUDIT));
    }

    private static SearchAudit query(Caller caller, Who who, Fields fields) {
        var what = new What(
                fields.text("type"),
                fields.text("q"),
                fields.text("correlation"),
                fields.text("causation"),
                fields.text("event"));
        var when = new When(fields.instant("from"), fields.instant("to"));
        return new SearchAudit(caller.actor(), who, what, when, fields.text("cursor"), fields.limit());
    }
}
