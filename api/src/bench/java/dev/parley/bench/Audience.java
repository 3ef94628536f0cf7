package dev.parley.bench;

import dev.parley.load.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many who listen to one stream of events, each over a connection of their own. */
public final class Audience implements AutoCloseable {
    private static final long SECONDS_TO_CONNECT = 60;

    private final List<Listener> listeners = new ArrayList<>();

    /** Is told of each line that a listener hears, on that listener's thread. */
    @FunctionalInterface
    public interface Heard {
        void line(int listener, long number);
    }

    /** Returns once all listen, for which they have 60 s. */
    public static Audience open(int port, String path, List<Person> people, Heard heard) throws InterruptedException {
        Audience audience = new Audience();
        CountDownLatch connected = new CountDownLatch(people.size());
        for (Person person : people) {
            int number = audience.listeners.size();
            Listener listener =
                    new Listener(port, path, person, line -> heard.line(number, line), connected::countDown);
            audience.listeners.add(listener);
            Thread.ofVirtual().start(listener);
        }
        if (!connected.await(SECONDS_TO_CONNECT, TimeUnit.SECONDS)) {
            audience.close();
            throw new IllegalStateException(connected.getCount() + " listeners could not connect");
        }
        return audience;
    }

    public int size() {
        return listeners.size();
    }

    /** Breaks a listener's connection, wherever in an event that happens to be. */
    public void cut(int listener) {
        listeners.get(listener).disconnect();
    }

    /** How often listeners came back after their connection had ended. */
    public long returns() {
        return listeners.stream().mapToLong(Listener::returns).sum();
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }
}
