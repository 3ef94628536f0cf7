package dev.parley.load.people;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;

/**
 * People write to their neighbours, read, hide, block, follow and choose who may write to them, all at random: whoever
 * it is, any thread may be at it, so that much of it happens to the same two at once.
 */
public final class Dealings {
    private static final int NEIGHBOURS = 2;
    private static final int PERCENT = 100;

    private final int port;
    private final List<Person> people;
    private final long seed;
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong position = new AtomicLong();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<String, String> someMessage = new ConcurrentHashMap<>();

    public Dealings(int port, List<Person> people, long seed) {
        this.port = port;
        this.people = List.copyOf(people);
        this.seed = seed;
    }

    /** @param goesOn whether a thread that has done so many things does one more */
    public void run(int count, IntPredicate goesOn) throws InterruptedException {
        Clients.run(count, () -> {
            Random random = new Random(seed + threads.getAndIncrement());
            try (ApiClient api = new ApiClient(port)) {
                for (int done = 0; goesOn.test(done); done++) {
                    deal(api, random);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Place in the log up to which everything was stored that was answered. */
    public long position() {
        return position.get();
    }

    /** How often the answers were what: {@code 204}, or the type of the problem, behind what was asked for. */
    public Map<String, Long> answers() {
        Map<String, Long> sums = new TreeMap<>();
        answers.forEach((answer, count) -> sums.put(answer, count.sum()));
        return sums;
    }

    private void deal(ApiClient api, Random random) throws IOException {
        int place = random.nextInt(people.size());
        Person one = people.get(place);
        int distance = 1 + random.nextInt(NEIGHBOURS);
        Person other =
                people.get(Math.floorMod(random.nextBoolean() ? place + distance : place - distance, people.size()));
        Deed deed = Deed.of(random.nextInt(PERCENT));
        var request = deed.request(new Deed.Pair(one, other, someMessage.getOrDefault(key(one, other), "")), random);
        Answer answer = api.send(request.method(), request.path(), one, request.body());
        position.accumulateAndGet(answer.position(), Math::max);
        String result = deed + " " + answer.problem();
        answers.computeIfAbsent(result, first -> new LongAdder()).increment();
        String sent = answer.body().path("message").path("id").asString("");
        if (!sent.isEmpty()) {
            someMessage.put(key(one, other), sent);
        }
    }

    private static String key(Person one, Person other) {
        return one.id().compareTo(other.id()) < 0 ? one.id() + " " + other.id() : other.id() + " " + one.id();
    }
}
