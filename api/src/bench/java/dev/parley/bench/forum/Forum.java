package dev.parley.bench.forum;

import dev.parley.bench.forum.TopicLists.Listed;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** A running server that {@link ForumIn} has filled. */
final class Forum {
    private static final int LONG = 5_000;

    private final Crowd crowd;
    private final int readers;
    private final Vocabulary vocabulary;
    private final Person service;
    private final List<Listed> topics;
    private final List<Listed> longTopics;
    private final LongAdder failures = new LongAdder();

    /**
     * Has everybody come, and reads the list of its topics.
     *
     * @param people so many wrote in it
     */
    Forum(int port, int clients, int people, Audience audience, Vocabulary vocabulary)
            throws IOException, InterruptedException {
        crowd = new Crowd(port, clients, people);
        readers = Math.min(people, audience.readers());
        this.vocabulary = vocabulary;
        crowd.arrive();
        try (ApiClient api = new ApiClient(port)) {
            service = api.token("bench-service", "service");
            List<Listed> all = new ArrayList<>(TopicLists.all(api, service));
            longTopics = all.stream().filter(topic -> topic.posts() > LONG).toList();
            Collections.shuffle(all, new Random(1));
            topics = List.copyOf(all.subList(0, Math.min(all.size(), audience.topics())));
        }
    }

    /** How many people read, and how many topics: some at random, if the forum has more. */
    record Audience(int readers, int topics) {}

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** A service's looks at topics are not counted as views, and so write nothing. */
    Person service() {
        return service;
    }

    Person someone(Random random) {
        return crowd.person(random.nextInt(readers));
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
