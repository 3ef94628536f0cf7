package dev.parley.command.room;

import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Ends each timeout within seconds of its time, also one that ran out while no server was up. Every server may sweep: a
 * timeout that was ended already, or was prolonged, stays as it is.
 */
@ProcessingGroup(WhenTimeoutRunsOutThenEndIt.GROUP)
class WhenTimeoutRunsOutThenEndIt {
    static final String GROUP = "timeouts";

    private static final int MAX_PER_SWEEP = 500;
    private static final Logger LOG = LoggerFactory.getLogger(WhenTimeoutRunsOutThenEndIt.class);

    private final DueTimeouts due;
    private final Commands commands;
    private final Clock clock;

    WhenTimeoutRunsOutThenEndIt(DueTimeouts due, Commands commands, Clock clock) {
        this.due = due;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(
            MemberTimedOut event,
            @MetaDataValue(Envelope.CORRELATION) String correlation,
            @MessageIdentifier String eventId) {
        due.put(new DueTimeout(event.roomId(), event.member(), event.until(), correlation, eventId));
    }

    @EventHandler
    void on(TimeoutEnded event) {
        due.remove(event.roomId(), event.member());
    }

    /** Sends the commands for at most 500 timeouts that are over and waits for none; what fails is sent again. */
    @Scheduled(fixedDelayString = "${parley.chat.timeout-sweep:5s}")
    void sweep() {
        try {
            due.take(clock.instant(), MAX_PER_SWEEP).forEach(this::end);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Timeouts are not ended until the event store answers again: {}", away.getMessage());
        }
    }

    private void end(DueTimeout timeout) {
        var command = new EndTimeout(timeout.room(), timeout.member());
        var origin = Origin.following(timeout.correlation(), timeout.causation());
        commands.send(command, origin).whenComplete((outcome, failure) -> {
            if (failure != null) {
                LOG.warn("The timeout of {} in {} is not ended yet", timeout.member(), timeout.room(), failure);
            }
        });
    }
}
