package dev.parley.command.room;

import dev.parley.command.Commands;
import dev.parley.command.log.deadline.Deadline;
import dev.parley.command.log.deadline.DeadlineGroup;
import dev.parley.command.log.deadline.Deadlines;
import dev.parley.command.log.deadline.StoredDeadlines;
import dev.parley.command.node.OnRole;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends each timeout within seconds of its time. */
@Component
@OnRole(NodeRole.COMMAND)
@ProcessingGroup(WhenTimeoutRunsOutThenEndIt.GROUP)
class WhenTimeoutRunsOutThenEndIt implements DeadlineGroup {
    static final String GROUP = "timeouts";

    /** Between room and person in a key: neither id has one. */
    private static final char BETWEEN = '/';

    private final Deadlines deadlines;

    WhenTimeoutRunsOutThenEndIt(StoredDeadlines stored, Commands commands, Clock clock) {
        deadlines = new Deadlines(GROUP, stored, commands, clock);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @EventHandler
    void on(
            MemberTimedOut event,
            @MetaDataValue(Envelope.CORRELATION) String correlation,
            @MessageIdentifier String eventId) {
        deadlines.put(new Deadline(key(event.roomId(), event.member()), event.until(), correlation, eventId));
    }

    @EventHandler
    void on(TimeoutEnded event) {
        deadlines.remove(key(event.roomId(), event.member()));
    }

    @Scheduled(fixedDelayString = "${parley.chat.timeout-sweep:5s}")
    void sweep() {
        deadlines.sweep(WhenTimeoutRunsOutThenEndIt::ending);
    }

    private static String key(RoomId room, UserId member) {
        return room.value() + BETWEEN + member;
    }

    private static EndTimeout ending(String key) {
        int between = key.indexOf(BETWEEN);
        return new EndTimeout(new RoomId(key.substring(0, between)), new UserId(key.substring(between + 1)));
    }
}
