package dev.parley.query.room.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The streams of one room by the loop that serves them. Waking them costs the log's tail one task per loop, however
 * many streams there are, and none where the loop has not got round to the last one yet.
 */
final class Lanes {
    private final Map<Executor, Lane> lanes = new ConcurrentHashMap<>();

    void add(RoomStream stream) {
        lanes.compute(stream.loop(), (loop, lane) -> {
            Lane found = lane == null ? new Lane(loop) : lane;
            found.streams.add(stream);
            return found;
        });
    }

    void remove(RoomStream stream) {
        lanes.computeIfPresent(stream.loop(), (loop, lane) -> {
            lane.streams.remove(stream);
            return lane.streams.isEmpty() ? null : lane;
        });
    }

    void wake() {
        lanes.values().forEach(Lane::wake);
    }

    /** Does this to every stream, on its own loop. */
    void each(Consumer<RoomStream> task) {
        lanes.values().forEach(lane -> lane.execute(() -> lane.each(task)));
    }

    private static final class Lane implements Runnable {
        private final Executor loop;
        private final Set<RoomStream> streams = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean awake = new AtomicBoolean();

        private Lane(Executor loop) {
            this.loop = loop;
        }

        void wake() {
            if (awake.compareAndSet(false, true)) {
                execute(this);
            }
        }

        @Override
        public void run() {
            awake.set(false);
            each(RoomStream::drain);
        }

        void each(Consumer<RoomStream> task) {
            streams.forEach(task);
        }

        void execute(Runnable task) {
            try {
                loop.execute(task);
            } catch (RejectedExecutionException stopped) {
                streams.forEach(RoomStream::cancel);
            }
        }
    }
}
