package dev.parley.command.moderation;

import dev.parley.command.Commands;
import dev.parley.command.log.deadline.Deadline;
import dev.parley.command.log.deadline.DeadlineGroup;
import dev.parley.command.log.deadline.Deadlines;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.moderation.CaseCommand.LapseInquiry;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.node.NodeRole;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the log say within seconds of its time that a claim is over. It has let nobody decide since then. */
@Component
@OnRole(NodeRole.COMMAND)
@ProcessingGroup(WhenLeaseRunsOutThenLapse.GROUP)
class WhenLeaseRunsOutThenLapse implements DeadlineGroup {
    static final String GROUP = "inquiry-leases";

    private final Deadlines deadlines;

    WhenLeaseRunsOutThenLapse(StoredDeadlines stored, Commands commands, Clock clock) {
        deadlines = new Deadlines(GROUP, stored, commands, clock);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @EventHandler
    void on(
            CaseEvent event,
            @MetaDataValue(Envelope.CORRELATION) String correlation,
            @MessageIdentifier String eventId) {
        String key = event.caseId().toString();
        switch (event) {
            case InquiryOpened opened -> deadlines.put(new Deadline(key, opened.until(), correlation, eventId));
            case InquiryReleased released -> deadlines.remove(key);
            case InquiryLapsed lapsed -> deadlines.remove(key);
            case CaseDismissed dismissed -> deadlines.remove(key);
            case CaseReviewed reviewed -> deadlines.remove(key);
            case CaseActioned actioned -> deadlines.remove(key);
            case ReportFiled filed -> {}
            case ReportContinued continued -> {}
        }
    }

    @Scheduled(fixedDelayString = "${parley.moderation.lease-sweep:5s}")
    void sweep() {
        deadlines.sweep(key -> new LapseInquiry(CaseId.parse(key)));
    }
}
