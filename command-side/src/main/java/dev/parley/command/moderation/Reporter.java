package dev.parley.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import dev.parley.kernel.moderation.ReporterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** When one person last reported somebody, 10 times: no more than that are taken from them in any hour. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Reporter {
    static final int MAX_REPORTS = 10;
    static final Duration WINDOW = Duration.ofHours(1);

    @AggregateIdentifier
    private ReporterId id;

    private List<Instant> latest = new ArrayList<>();

    Reporter() {} // filled from events

    /** @throws CommandRejected as {@code TOO_MANY_REPORTS} until there is room again */
    void requireRoom(Instant now) {
        if (latest.size() == MAX_REPORTS) {
            Instant until = latest.getFirst().plus(WINDOW);
            if (now.isBefore(until)) {
                throw new CommandRejected(Rejection.TOO_MANY_REPORTS, "More than 10 reports in an hour.", until);
            }
        }
    }

    void count(UserId person, CaseId caseId, long report) {
        apply(new Reported(person, caseId, report));
    }

    @EventSourcingHandler
    void on(Reported event, @Timestamp Instant at) {
        id = event.reporterId();
        latest.add(at);
        if (latest.size() > MAX_REPORTS) {
            latest.removeFirst();
        }
    }
}
