package dev.parley.command.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that wait for the same aggregate, in order of arrival. One group at a time is taken per aggregate, so all that
 * is asked of one is handled by one thread, and whatever arrives meanwhile makes the next group. Another aggregate that a
 * command changes beside it is guarded by Axon's lock alone.
 */
class CommandGroups {
    private static final int MAX_GROUP = 64;
    private static final Logger LOG = LoggerFactory.getLogger(CommandGroups.class);

    private final ConcurrentMap<String, Queue<PendingCommand>> queues = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor executor;
    private final Consumer<List<PendingCommand>> handler;

    /** @param handler handles a group to its end, on a thread of {@code executor}; what it throws fails the group */
    CommandGroups(Executor executor, Consumer<List<PendingCommand>> handler) {
        this.executor = executor;
        this.handler = handler;
    }

    /** How many commands are not answered yet. */
    int waiting() {
        return waiting.get();
    }

    /** @throws RejectedExecutionException if the executor takes nothing more: the command does not wait then */
    void add(String aggregate, PendingCommand command) {
        queues.compute(aggregate, (key, present) -> {
            Queue<PendingCommand> queue = present == null ? new ArrayDeque<>() : present;
            if (present == null) {
                executor.execute(() -> handleAll(aggregate));
            }
            queue.add(command);
            waiting.incrementAndGet();
            return queue;
        });
    }

    private void handleAll(String aggregate) {
        List<PendingCommand> group = take(aggregate);
        while (!group.isEmpty()) {
            handle(group);
            group = take(aggregate);
        }
    }

    /** Whatever goes wrong, this thread goes on: nobody else takes the next group. */
    private void handle(List<PendingCommand> group) {
        try {
            handler.accept(group);
        } catch (Throwable failure) {
            LOG.error("A group of {} commands broke", group.size(), failure);
            group.forEach(command -> command.answer().failed(failure));
        } finally {
            waiting.addAndGet(-group.size());
        }
    }

    /** The next group; when there is none, the queue goes, under the same lock that adding takes. */
    private List<PendingCommand> take(String aggregate) {
        List<PendingCommand> group = new ArrayList<>();
        queues.computeIfPresent(aggregate, (key, queue) -> {
            moveDistinct(queue, group);
            return group.isEmpty() ? null : queue;
        });
        return group;
    }

    /** A repeated command waits for the next group, where it finds what the first one stored. */
    private static void moveDistinct(Queue<PendingCommand> queue, List<PendingCommand> group) {
        Set<String> ids = new HashSet<>();
        while (group.size() < MAX_GROUP
                && !queue.isEmpty()
                && ids.add(queue.peek().id())) {
            group.add(queue.remove());
        }
    }
}
