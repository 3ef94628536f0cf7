package dev.parley.command.member;

import dev.parley.command.Commands;
import dev.parley.command.log.deadline.Deadline;
import dev.parley.command.log.deadline.DeadlineGroup;
import dev.parley.command.log.deadline.Deadlines;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.member.MemberCommand.EndSanction;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.node.NodeRole;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the log say within seconds of its time that a sanction is over. It has kept nobody from anything since then. */
@Component
@OnRole(NodeRole.COMMAND)
@ProcessingGroup(WhenSanctionRunsOutThenEndIt.GROUP)
class WhenSanctionRunsOutThenEndIt implements DeadlineGroup {
    static final String GROUP = "sanction-ends";

    /** Between sanction and action in a key. */
    private static final char BETWEEN = '/';

    private final Deadlines deadlines;

    WhenSanctionRunsOutThenEndIt(StoredDeadlines stored, Commands commands, Clock clock) {
        deadlines = new Deadlines(GROUP, stored, commands, clock);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @EventHandler
    void on(
            SanctionImposed event,
            @MetaDataValue(Envelope.CORRELATION) String correlation,
            @MessageIdentifier String eventId) {
        event.until()
                .ifPresent(end ->
                        deadlines.put(new Deadline(key(event.sanction(), event.action()), end, correlation, eventId)));
    }

    @EventHandler
    void on(SanctionEnded event) {
        deadlines.remove(key(event.sanction(), event.action()));
    }

    @EventHandler
    void on(SanctionLifted event) {
        deadlines.remove(key(event.sanction(), event.action()));
    }

    @Scheduled(fixedDelayString = "${parley.moderation.sanction-sweep:5s}")
    void sweep() {
        deadlines.sweep(WhenSanctionRunsOutThenEndIt::ending);
    }

    private static String key(Sanction sanction, ActionId action) {
        return sanction.name() + BETWEEN + action;
    }

    private static EndSanction ending(String key) {
        int between = key.indexOf(BETWEEN);
        return new EndSanction(ActionId.parse(key.substring(between + 1)), Sanction.valueOf(key.substring(0, between)));
    }
}
