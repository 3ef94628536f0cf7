package dev.parley.bench.forum;

import dev.parley.bench.forum.TopicLists.Listed;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** A running server that {@link ForumIn} has filled. */
final class Forum {
    private static final int LONG = 5_000;

    private final Crowd crowd;
    private final int people;
    private final Vocabulary vocabulary;
    private final Person service;
    private final List<Listed> topics;
    private final List<Listed> longTopics;
    private final LongAdder failures = new LongAdder();

    /** Has everybody come, and reads the list of its topics. */
    Forum(int port, int clients, int people, Vocabulary vocabulary) throws IOException, InterruptedException {
        crowd = new Crowd(port, clients, people);
        this.people = people;
        this.vocabulary = vocabulary;
        crowd.arrive();
        try (ApiClient api = new ApiClient(port)) {
            service = api.token("bench-service", "service");
            topics = TopicLists.all(api, service);
        }
        longTopics = topics.stream().filter(topic -> topic.posts() > LONG).toList();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** A service's looks at topics are not counted as views, and so write nothing. */
    Person service() {
        return service;
    }

    Person someone(Random random) {
        return crowd.person(random.nextInt(people));
    }

    Listed topic(Random random) {
        return topics.get(random.nextInt(topics.size()));
    }

    Listed longTopic(Random random) {
        return longTopics.get(random.nextInt(longTopics.size()));
    }

    /** Whether some topic has a hundredth page of 50 posts. */
    boolean hasLongTopics() {
        return !longTopics.isEmpty();
    }

    /** How many answers were not successes. */
    long failures() {
        return failures.sum();
    }

    /** The nanoseconds that each of so many requests took. */
    long[] sample(Look look, int count, int seed) throws InterruptedException {
        AtomicLongArray nanos = new AtomicLongArray(count);
        crowd.each(IntStream.range(0, count).boxed().toList(), (api, number) -> {
            nanos.set(number, nanos(api, look, new Random(31L * count * seed + number)));
            return true;
        });
        return IntStream.range(0, count).mapToLong(nanos::get).toArray();
    }

    private long nanos(ApiClient api, Look look, Random random) throws IOException {
        Person viewer = look.viewer(this, random);
        String path = look.path(this, random);
        long begin = System.nanoTime();
        int status = api.get(viewer.headers(), path).status();
        long nanos = System.nanoTime() - begin;
        if (status / 100 != 2) {
            failures.increment();
        }
        return nanos;
    }
}
