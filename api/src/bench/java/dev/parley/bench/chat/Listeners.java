package dev.parley.bench.chat;

import dev.parley.bench.Arguments;
import dev.parley.bench.Audience;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Percentile;
import dev.parley.bench.Site;
import dev.parley.bench.Words;
import dev.parley.load.ApiClient;
import dev.parley.load.EventStream;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many listen to one room in which lines come at a steady pace, and one of them never reads: do all others get every
 * line, and how long after it was sent? Then connections are cut at random: has everybody each line once, in order, when
 * they are back? Exit code 1 if not.
 * {@code Listeners [--listeners=500] [--lines=400] [--rate=20] [--cuts=1000] [--data=DIR]}
 */
public final class Listeners {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final Site site;
    private final List<Person> people;
    private final int lines;
    private final int rate;

    private Listeners(int port, Site site, Arguments arguments) throws IOException {
        this.port = port;
        this.site = site;
        people = site.people(arguments.number("listeners", 500));
        lines = arguments.number("lines", 400);
        rate = arguments.number("rate", 20);
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        boolean right;
        try (ServerProcess server = ServerProcess.start(BenchServer.setup(arguments));
                Site site = new Site(server.port())) {
            Listeners run = new Listeners(server.port(), site, arguments);
            right = run.withOneStalled() & run.withCuts(arguments.number("cuts", 1_000));
        }
        if (!right) {
            System.exit(1);
        }
    }

    private boolean withOneStalled() throws IOException, InterruptedException {
        String room = site.room(people);
        String path = "/api/chat/" + room + "/stream";
        List<Person> readers = people.subList(0, people.size() - 1);
        Attendance attendance = new Attendance(readers.size(), lines);
        try (EventStream stalled =
                        EventStream.openStalled(port, path, people.getLast().headers());
                Audience audience = Audience.open(port, path, readers, attendance)) {
            send(room, attendance, 0, lines);
            boolean complete = attendance.awaitComplete(PATIENCE);
            long[] nanos = attendance.latencies();
            System.out.printf(
                    Locale.ROOT,
                    "%d listeners, one more stalled (status %d), %d lines at %d/s: complete %s, %s, came back %d;"
                            + " from POST to delivery p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                    readers.size(),
                    stalled.status(),
                    lines,
                    rate,
                    complete,
                    attendance.faults(),
                    audience.returns(),
                    Percentile.of(nanos, 50) / 1e6,
                    Percentile.of(nanos, 99) / 1e6,
                    Percentile.of(nanos, 100) / 1e6);
            return complete && attendance.clean();
        }
    }

    private boolean withCuts(int cuts) throws IOException, InterruptedException {
        String room = site.room(people);
        Attendance attendance = new Attendance(people.size(), lines);
        try (Audience audience = Audience.open(port, "/api/chat/" + room + "/stream", people, attendance)) {
            send(room, attendance, 0, 1);
            boolean begun = attendance.awaitBegun(PATIENCE);
            CompletableFuture<Void> cutting = CompletableFuture.runAsync(() -> cut(audience, cuts));
            send(room, attendance, 1, lines);
            cutting.join();
            boolean complete = begun && attendance.awaitComplete(PATIENCE);
            System.out.printf(
                    "%d listeners, %d connections cut, %d came back: complete %s, %s%n",
                    people.size(), cuts, audience.returns(), complete, attendance.faults());
            return complete && attendance.clean();
        }
    }

    /** Spreads the cuts over the time for which lines come. */
    private void cut(Audience audience, int cuts) {
        Random random = new Random();
        long gap = TimeUnit.SECONDS.toNanos(lines) / rate / cuts;
        for (int i = 0; i < cuts; i++) {
            LockSupport.parkNanos(gap);
            audience.cut(random.nextInt(audience.size()));
        }
    }

    private void send(String room, Attendance attendance, int from, int to) throws IOException {
        Person author = people.getFirst();
        long begin = System.nanoTime();
        try (ApiClient api = new ApiClient(port)) {
            for (int number = from; number < to; number++) {
                long due = begin + (number - from) * TimeUnit.SECONDS.toNanos(1) / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                attendance.sent(number, due);
                api.post(author, room, "#" + number + " " + Words.line(), room + number)
                        .orFail("a line");
            }
        }
    }
}
