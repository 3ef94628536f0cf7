package dev.parley.command.log.deadline;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The deadlines of one group. What is over is told by a command within seconds of its time, also if it ended while no
 * server was up. Every server may sweep: what was told already, or was prolonged, is left alone by the command. A
 * deadline whose command finds nothing to tell, a minute after its time or later, is forgotten.
 */
public final class Deadlines {
    private static final int MAX_PER_SWEEP = 500;
    /** No two servers' clocks differ by more: what a command finds left alone then is over. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final String group;
    private final StoredDeadlines stored;
    private final Commands commands;
    private final Clock clock;
    private final Queue<Deadline> idle = new ConcurrentLinkedQueue<>();

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
            forgetIdle();
            Instant now = clock.instant();
            stored.take(group, now, MAX_PER_SWEEP)
                    .forEach(deadline -> end(deadline, ending.apply(deadline.key()), now));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Of {} nothing is ended until the event store answers again: {}", group, away.getMessage());
        }
    }

    private void end(Deadline deadline, Command command, Instant now) {
        boolean surelyOver = !now.isBefore(deadline.until().plus(CLOCKS_DIFFER));
        var origin = Origin.following(deadline.correlation(), deadline.causation());
        commands.send(command, origin).whenComplete((outcome, failure) -> {
            if (failure != null) {
                LOG.warn("Of {}, {} is not ended yet", group, deadline.key(), failure);
            } else if (surelyOver && outcome.events().isEmpty()) {
                idle.add(deadline);
            }
        });
    }

    private void forgetIdle() {
        for (Deadline deadline = idle.poll(); deadline != null; deadline = idle.poll()) {
            stored.removeIfSame(group, deadline);
        }
    }
}
