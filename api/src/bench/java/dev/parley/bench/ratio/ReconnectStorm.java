package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.bench.Words;
import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.EventStream;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Everybody comes back to a room at once: with the id of an event five lines ago, until each has those five, and without
 * one, until each stream is open. One run is one storm, however long.
 */
final class ReconnectStorm implements Comparison {
    private static final int MISSED = 5;
    /** So many wait for the answer's head at a time, as a listening socket has a queue of 128. */
    private static final int CONNECTING = 128;

    private static final long SECONDS = 60;

    private final Target target;
    private final List<Person> people;
    private final String room;
    private final String lastId;

    ReconnectStorm(Target target, Site site, int connections) throws IOException {
        this.target = target;
        people = site.people(connections);
        room = site.room(people);
        lastId = missFive(target, people.getFirst());
    }

    /** Has five lines sent after an event whose id is given. */
    private String missFive(Target to, Person author) throws IOException {
        Posts posts = new Posts(author, room);
        try (EventStream stream = EventStream.open(to.port(), Rooms.stream(room), author.headers());
                HttpConnection connection = new HttpConnection(to.port())) {
            for (int i = 0; i <= MISSED; i++) {
                Target.require(connection.send(posts.withContent(Words.line())), 201);
            }
            while (stream.lastId().isEmpty()) {
                stream.next();
            }
            return stream.lastId();
        }
    }

    @Override
    public String name() {
        return "streams opened, " + people.size() + " at once with Last-Event-ID until each has the 5 lines it missed"
                + " / without";
    }

    @Override
    public Side ours() {
        return time -> storm(List.of("Last-Event-ID: " + lastId), MISSED);
    }

    @Override
    public Side baseline() {
        return time -> storm(List.of(), 0);
    }

    private Tally storm(List<String> more, int lines) throws InterruptedException, IOException {
        List<EventStream> open = Collections.synchronizedList(new ArrayList<>());
        LongAdder failed = new LongAdder();
        Semaphore connecting = new Semaphore(CONNECTING);
        CountDownLatch left = new CountDownLatch(people.size());
        long begin = System.nanoTime();
        for (Person person : people) {
            Thread.ofVirtual().start(() -> {
                try {
                    EventStream stream = arrive(person, more, connecting);
                    open.add(stream);
                    hear(stream, lines);
                } catch (IOException | RuntimeException e) {
                    failed.increment();
                } finally {
                    left.countDown();
                }
            });
        }
        left.await(SECONDS, TimeUnit.SECONDS);
        long nanos = System.nanoTime() - begin;
        for (EventStream stream : open) {
            stream.close();
        }
        return Tally.of(open.size(), failed.sum() + left.getCount(), nanos);
    }

    private EventStream arrive(Person person, List<String> more, Semaphore connecting) throws IOException {
        List<String> headers = new ArrayList<>(person.headers());
        headers.addAll(more);
        connecting.acquireUninterruptibly();
        try {
            EventStream stream = EventStream.open(target.port(), Rooms.stream(room), headers);
            Target.require(stream.status(), 200);
            return stream;
        } finally {
            connecting.release();
        }
    }

    private static void hear(EventStream stream, int lines) throws IOException {
        for (int heard = 0; heard < lines; ) {
            stream.next();
            heard += stream.name().equals("new_message") ? 1 : 0;
        }
    }
}
