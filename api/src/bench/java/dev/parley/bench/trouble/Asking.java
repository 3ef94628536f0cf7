package dev.parley.bench.trouble;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Clients that ask the same kind of thing again and again, each after a pause, and tally the answers. */
final class Asking implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Thread thread;
    private volatile Tally tally = new Tally();
    private volatile boolean stopped;

    /** One request of one client. */
    @FunctionalInterface
    interface Question {
        Answer ask(ApiClient api, int client, long number) throws IOException;
    }

    Asking(int port, int clients, Duration pause, Question question) {
        var next = new AtomicInteger();
        thread = Thread.ofPlatform().name("asking").start(() -> {
            try {
                Clients.run(clients, () -> ask(port, next.getAndIncrement(), pause, question));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void ask(int port, int client, Duration pause, Question question) {
        ApiClient api = new ApiClient(port);
        for (long number = 0; !stopped; number++) {
            String answer;
            try {
                answer = name(question.ask(api, client, number));
            } catch (IOException | RuntimeException broken) {
                answer = Tally.BAD + broken.getClass().getSimpleName();
                api = new ApiClient(port);
            }
            tally.add(answer);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static String name(Answer answer) {
        if (answer.status() == OK || answer.status() == CREATED) {
            return Tally.FINE;
        }
        return (answer.isForNow() ? "" : Tally.BAD) + answer.status() + " " + answer.problem();
    }

    /** What was answered since the last time. */
    Tally lap() {
        Tally last = tally;
        tally = new Tally();
        last.end();
        return last;
    }

    /** Asks on for so long, from a new tally on, and gives that. */
    Tally during(Duration time) throws InterruptedException {
        lap();
        TimeUnit.NANOSECONDS.timedJoin(thread, time.toNanos());
        return lap();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
