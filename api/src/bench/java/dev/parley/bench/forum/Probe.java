package dev.parley.bench.forum;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks for a word again and again, 20 ms after each answer, until it is found or is not; for 30 s at most. */
final class Probe {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final ApiClient api;
    private final Person viewer;

    Probe(ApiClient api, Person viewer) {
        this.api = api;
        this.viewer = viewer;
    }

    /**
     * Nanoseconds from {@code begin} until an answer was as wanted, or until it was given up.
     *
     * @param query what follows {@code q=}
     */
    long until(boolean found, String query, long begin) throws IOException {
        long nanos = System.nanoTime() - begin;
        while (!is(found, query)) {
            if (nanos > MOST.toNanos()) {
                return nanos;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            nanos = System.nanoTime() - begin;
        }
        return System.nanoTime() - begin;
    }

    /** A search that is not answered has found nothing, and has not found that there is nothing. */
    private boolean is(boolean found, String query) throws IOException {
        Answer answer = api.get(viewer.headers(), "/api/forum/search?q=" + query);
        return answer.status() == OK && answer.body().path("items").isEmpty() != found;
    }
}
