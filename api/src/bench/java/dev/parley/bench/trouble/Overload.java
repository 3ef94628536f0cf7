package dev.parley.bench.trouble;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Site;
import dev.parley.bench.Words;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import dev.parley.load.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds how many lines a second a server that is warm accepts at most, and then has twice as many come, at a steady pace
 * whatever becomes of them, from twice as many clients as it lets in at once. What is accepted then must be 0.85 of the most,
 * all else 429 or 503 that say when to come again, and what a full collection leaves of the heap must not grow by more than
 * 0.3. Exit code 1 where one of these fails. {@code Overload [--seconds=20] [--warm=60] [--clients=2000] [--data=DIR]}
 */
public final class Overload {
    private static final double KEPT = 0.85;
    private static final double GROWTH = 1.3;
    private static final int[] STEPS = {8, 32, 128, 512};
    private static final int WARMING = 128;
    private static final int ROOMS = 64;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final ServerProcess server;
    private final Duration time;
    private final List<Person> people;
    private final List<String> rooms = new ArrayList<>();
    private final AtomicLong keys = new AtomicLong();

    private Overload(Site site, ServerProcess server, Duration time) throws IOException {
        this.server = server;
        this.time = time;
        people = site.people(ROOMS);
        for (Person person : people) {
            rooms.add(site.room(List.of(person)));
        }
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Duration time = Duration.ofSeconds(arguments.number("seconds", 20));
        boolean met;
        try (ServerProcess server = ServerProcess.start(BenchServer.setup(
                        arguments, "--parley.commands.max-waiting=" + arguments.number("waiting", 5_000)));
                Site site = new Site(server.port())) {
            Overload overload = new Overload(site, server, time);
            overload.warm(Duration.ofSeconds(arguments.number("warm", 60)));
            met = overload.run(arguments.number("clients", 2_000));
        }
        if (!met) {
            System.exit(1);
        }
    }

    private void warm(Duration warming) throws InterruptedException {
        System.out.printf("warming: %.0f lines/s%n", steady(WARMING, 0, warming).finePerSecond());
    }

    private boolean run(int clients) throws IOException, InterruptedException {
        double peak = 0;
        for (int step : STEPS) {
            settle();
            double accepted = steady(step, 0, time).finePerSecond();
            System.out.printf("%d clients: %.0f lines/s%n", step, accepted);
            peak = Math.max(peak, accepted);
        }
        settle();
        double memory = Usage.liveHeap(server.pid());
        Tally overloaded = steady(clients, 2 * peak, time);
        double goodput = overloaded.finePerSecond() / peak;
        double later = Usage.liveHeap(server.pid());
        settle();
        Tally again = steady(WARMING, 0, time);
        System.out.printf(
                "at twice %.0f/s: goodput %.2f, answers %s; live heap %.0f and %.0f MiB; afterwards %.0f/s%n",
                peak, goodput, overloaded, memory / (1 << 20), later / (1 << 20), again.finePerSecond());
        return goodput >= KEPT && overloaded.bad() == 0 && later <= GROWTH * memory;
    }

    /** Waits until read models are at the log's end: else a step pays for what the one before has put off. */
    private void settle() throws IOException {
        while (Metrics.of(server.port()).max("parley_projection_lag") > 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** @param perSecond lines that are due; 0 for as many as can be */
    private Tally steady(int clients, double perSecond, Duration period) throws InterruptedException {
        long began = System.nanoTime();
        AtomicLong due = new AtomicLong();
        try (Asking asking = new Asking(server.port(), clients, Duration.ZERO, (api, client, number) -> {
            if (perSecond > 0) {
                long at = began + (long) (due.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / perSecond);
                LockSupport.parkNanos(at - System.nanoTime());
            }
            int room = client % ROOMS;
            return api.post(people.get(room), rooms.get(room), Words.line(), "k" + keys.getAndIncrement());
        })) {
            asking.during(CONNECTING);
            return asking.during(period);
        }
    }
}
