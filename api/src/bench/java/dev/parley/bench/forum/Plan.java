package dev.parley.bench.forum;

import dev.parley.bench.people.Skew;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who starts which topic and who posts where, unequally shared: of every 2,000 topics one has 5,051 posts, as far as that
 * is at most half of all; the others share what is left. The same for the same numbers.
 */
final class Plan {
    private static final int TOPICS_PER_LONG_ONE = 2_000;
    private static final int LONG = 5_050;
    /** Of ten topics so many are in each. */
    private static final List<String> CATEGORIES = List.of(
            "general",
            "general",
            "general",
            "general",
            "game-analysis",
            "game-analysis",
            "game-analysis",
            "feedback",
            "off-topic",
            "off-topic");

    private final Random random = new Random(11);
    private final Skew writers;
    private final List<Start> starts = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    record Start(int topic, int author, String category) {}

    record Post(int topic, int author) {}

    /** @param posts of all topics, the first of each included */
    Plan(int topics, int posts, int people) {
        writers = new Skew(people);
        for (int topic = 0; topic < topics; topic++) {
            starts.add(new Start(topic, writers.pick(random), CATEGORIES.get(random.nextInt(CATEGORIES.size()))));
        }
        int wanted = posts - topics;
        int longOnes = (topics + TOPICS_PER_LONG_ONE - 1) / TOPICS_PER_LONG_ONE;
        int topic = 0;
        while (topic < longOnes && (topic + 1) * LONG <= wanted / 2) {
            add(topic++, LONG);
        }
        Skew shares = new Skew(topics - topic);
        while (this.posts.size() < wanted) {
            add(topic + shares.pick(random), 1);
        }
        Collections.shuffle(this.posts, random);
    }

    private void add(int topic, int count) {
        for (int i = 0; i < count; i++) {
            posts.add(new Post(topic, writers.pick(random)));
        }
    }

    List<Start> starts() {
        return starts;
    }

    /** In an order in which topics take turns; without the first post of each. */
    List<Post> posts() {
        return posts;
    }
}
