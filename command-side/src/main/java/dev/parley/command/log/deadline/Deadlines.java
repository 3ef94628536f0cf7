package dev.parley.command.log.deadline;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import java.time.Clock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The deadlines of one group. What is over is told by a command within seconds of its time, also if it ended while no
 * server was up. Every server may sweep: what was told already, or was prolonged, is left alone by the command.
 */
public final class Deadlines {
    private static final int MAX_PER_SWEEP = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final String group;
    private final StoredDeadlines stored;
    private final Commands commands;
    private final Clock clock;

    public Deadlines(String group, StoredDeadlines stored, Commands commands, Clock clock) {
        this.group = group;
        this.stored = stored;
        this.commands = commands;
        this.clock = clock;
    }

    /** Of one key the latest deadline counts. */
    public void put(Deadline deadline) {
        stored.put(group, deadline);
    }

    public void remove(String key) {
        stored.remove(group, key);
    }

    /** Sends the commands for at most 500 that are over and waits for none; what fails is sent again. */
    public void sweep(Function<String, Command> ending) {
        try {
            stored.take(group, clock.instant(), MAX_PER_SWEEP)
                    .forEach(deadline -> end(deadline, ending.apply(deadline.key())));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Of {} nothing is ended until the event store answers again: {}", group, away.getMessage());
        }
    }

    private void end(Deadline deadline, Command command) {
        var origin = Origin.following(deadline.correlation(), deadline.causation());
        commands.send(command, origin).whenComplete((outcome, failure) -> {
            if (failure != null) {
                LOG.warn("Of {}, {} is not ended yet", group, deadline.key(), failure);
            }
        });
    }
}
