package dev.parley.bench.cluster;

import dev.parley.load.EventStream;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Follows a room's stream of events at one node after the other: where it is cut, it goes on at the next. */
final class Follower implements Runnable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int OK = 200;

    private final Nodes nodes;
    private final Person person;
    private final String room;
    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean stopped;

    Follower(Nodes nodes, Person person, String room) {
        this.nodes = nodes;
        this.person = person;
        this.room = room;
    }

    @Override
    public void run() {
        String last = "";
        for (int node = 0; !stopped; node++) {
            List<String> headers = new ArrayList<>(person.headers());
            if (!last.isEmpty()) {
                headers.add("Last-Event-ID: " + last);
            }
            try (EventStream stream = EventStream.open(nodes.port(node), "/api/chat/" + room + "/stream", headers)) {
                if (stream.status() == OK) {
                    open.countDown();
                }
                while (stream.status() == OK && !stopped) {
                    stream.next();
                    last = stream.lastId();
                    hear(stream);
                }
            } catch (IOException cut) {
                cuts.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Until the stream is open for the first time: what comes after is heard. */
    void awaitOpen() throws InterruptedException {
        open.await();
    }

    private void hear(EventStream stream) {
        if (stream.name().equals("new_message")) {
            synchronized (heard) {
                heard.add(JSON.readTree(stream.data()).path("id").asString());
            }
        }
    }

    void stop() {
        stopped = true;
    }

    int cuts() {
        return cuts.get();
    }

    /** Ids of the lines, in the order in which they came. */
    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }
}
