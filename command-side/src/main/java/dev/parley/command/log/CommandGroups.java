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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Commands that wait for the same aggregate, in order of arrival. One group at a time is taken per aggregate, so each
 * aggregate is changed by one thread, and whatever arrives meanwhile makes the next group.
 */
class CommandGroups {
    private static final int MAX_GROUP = 64;

    private final ConcurrentMap<String, Queue<PendingCommand>> queues = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor executor;
    private final Consumer<List<PendingCommand>> handler;

    /** @param handler handles a group to its end, on a thread of {@code executor}, and never throws */
    CommandGroups(Executor executor, Consumer<List<PendingCommand>> handler) {
        this.executor = executor;
        this.handler = handler;
    }

    /** How many commands are not answered yet. */
    int waiting() {
        return waiting.get();
    }

    void add(String aggregate, PendingCommand command) {
        waiting.incrementAndGet();
        queues.compute(aggregate, (key, present) -> {
            Queue<PendingCommand> queue = present == null ? new ArrayDeque<>() : present;
            queue.add(command);
            if (present == null) {
                executor.execute(() -> handleAll(aggregate));
            }
            return queue;
        });
    }

    private void handleAll(String aggregate) {
        List<PendingCommand> group = take(aggregate);
        while (!group.isEmpty()) {
            handler.accept(group);
            waiting.addAndGet(-group.size());
            group = take(aggregate);
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
