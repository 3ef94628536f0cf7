package dev.parley.bench.people;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The people of a community on a running server, and clients that do things for them. */
public final class Crowd {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final int port;
    private final int clients;
    private final AtomicReferenceArray<Person> people;

    public Crowd(int port, int clients, int size) {
        this.port = port;
        this.clients = clients;
        this.people = new AtomicReferenceArray<>(size);
    }

    /** What is done with one of many things; whoever is not done yet returns false, and is asked again later. */
    public interface Step<T> {
        boolean done(ApiClient api, T each) throws IOException;
    }

    /** Has everybody come. */
    public void arrive() throws InterruptedException {
        each(IntStream.range(0, people.length()).boxed().toList(), (api, number) -> {
            Person person = api.token("person-" + number, "user");
            people.set(number, person);
            Answer answer = api.get(person.headers(), "/api/messages/unread");
            return answer.status() != UNAVAILABLE
                    && answer.orFail("the first request").status() == OK;
        });
    }

    public Person person(int number) {
        return people.get(number);
    }

    /** The nanoseconds that each of so many requests took. */
    long[] sample(Request request, Community community, int count, int seed) throws InterruptedException {
        AtomicLongArray nanos = new AtomicLongArray(count);
        each(IntStream.range(0, count).boxed().toList(), (api, number) -> {
            Random random = new Random(31L * count * seed + number);
            nanos.set(number, request.nanos(api, community, this, random));
            return true;
        });
        return IntStream.range(0, count).mapToLong(nanos::get).toArray();
    }

    /** Each client takes the next and, where it is not done, puts it behind all others; all end when one fails. */
    public <T> void each(Iterable<T> all, Step<T> step) throws InterruptedException {
        Queue<T> queue = new ConcurrentLinkedQueue<>();
        all.forEach(queue::add);
        AtomicInteger left = new AtomicInteger(queue.size());
        Clients.run(clients, () -> {
            try (ApiClient api = new ApiClient(port)) {
                while (left.get() > 0) {
                    T next = queue.poll();
                    if (next == null) {
                        LockSupport.parkNanos(PAUSE.toNanos());
                    } else if (step.done(api, next)) {
                        left.decrementAndGet();
                    } else {
                        queue.add(next);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                left.updateAndGet(count -> Math.min(count, 0));
            }
        });
    }
}
