package dev.parley.api.moderation;

import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.query.Names;
import dev.parley.query.Positions;
import dev.parley.query.moderation.CaseQuery.FindMyReport;
import dev.parley.query.moderation.MyReportView;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a report is answered with: from what was recorded, or what it was added to from where that is stored. */
@Component
class ReportAnswers {
    private final Names names;
    private final Positions positions;
    private final QueryGateway queries;

    ReportAnswers(Names names, Positions positions, QueryGateway queries) {
        this.names = names;
        this.positions = positions;
        this.queries = queries;
    }

    Mono<ResponseEntity<MyReportView>> filed(Outcome outcome, Caller reporter) {
        return outcome.first(ReportFiled.class)
                .map(this::created)
                .orElseGet(() -> outcome.first(ReportContinued.class)
                        .map(more -> continued(more.event(), outcome.position(), reporter))
                        .orElseThrow());
    }

    private Mono<ResponseEntity<MyReportView>> created(Recorded<ReportFiled> recorded) {
        ReportFiled filed = recorded.event();
        UserId reported = filed.caseId().file().reported();
        return Mono.fromFuture(() -> names.people(Set.of(reported)))
                .map(people -> MyReportView.filed(
                        people.get(reported), filed.type(), filed.description().text(), recorded.at()))
                .map(view -> ResponseEntity.status(HttpStatus.CREATED).body(view));
    }

    private Mono<ResponseEntity<MyReportView>> continued(ReportContinued more, long position, Caller reporter) {
        var query = new FindMyReport(reporter.actor(), more.caseId(), more.report());
        return Mono.fromFuture(() -> positions.reached(ModerationWebConfiguration.CASES, position))
                .then(Mono.fromFuture(() -> queries.query(query, MyReportView.class)))
                .map(ResponseEntity::ok);
    }
}
