package dev.parley.bench.trouble;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Site;
import dev.parley.bench.Words;
import dev.parley.bench.trouble.Stores.Store;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import dev.parley.load.StoreProxy.How;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Takes each store away under load, in each way, and gives it back. Writes must keep 0.90 of their rate but while the
 * event store is away; nothing but what was asked for, 429 and 503 may be answered; read models must catch up; threads and
 * connections must not pile up. Exit code 1 where one of these fails.
 * {@code StoreAway [--stores=postgres,mongodb,elasticsearch] [--how=stopped,hanging,slow,failing] [--seconds=60]
 * [--before=60] [--writers=8] [--data=DIR]}, where {@code before} is for how many seconds the usual rate is taken
 */
public final class StoreAway {
    private static final double KEPT = 0.90;
    private static final int MORE_THREADS = 30;
    private static final int MORE_CONNECTIONS = 10;
    private static final Duration CATCHING_UP = Duration.ofMinutes(3);

    private final Stores stores = new Stores();
    private final Duration time;
    private final Duration before;
    private final int writers;
    private final List<String> wrong = new ArrayList<>();

    private StoreAway(Arguments arguments) throws IOException {
        time = Duration.ofSeconds(arguments.number("seconds", 60));
        before = Duration.ofSeconds(arguments.number("before", 60));
        writers = arguments.number("writers", 8);
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        StoreAway bench = new StoreAway(arguments);
        bench.run(arguments);
        bench.wrong.forEach(System.out::println);
        System.exit(bench.wrong.isEmpty() ? 0 : 1);
    }

    private void run(Arguments arguments) throws IOException, InterruptedException {
        var setup = BenchServer.setup(arguments, stores.settings().toArray(String[]::new));
        List<How> ways = values(arguments.text("how").orElse("stopped,hanging,slow,failing"), How.class);
        try (ServerProcess server = ServerProcess.start(setup);
                Site site = new Site(server.port())) {
            List<Person> people = site.people(writers);
            List<String> rooms = new ArrayList<>();
            for (Person person : people) {
                rooms.add(site.room(List.of(person)));
            }
            try (Asking writing = new Asking(
                            server.port(),
                            writers,
                            Duration.ZERO,
                            (api, client, number) -> api.post(
                                    people.get(client), rooms.get(client), Words.line(), client + "-" + number));
                    Asking reading = new Asking(
                            server.port(),
                            1,
                            Duration.ofMillis(50),
                            (api, client, number) -> api.get(
                                    people.getFirst().headers(), "/api/chat/" + rooms.getFirst() + "/messages"));
                    Asking searching = new Asking(
                            server.port(),
                            1,
                            Duration.ofMillis(200),
                            (api, client, number) ->
                                    api.get(people.getFirst().headers(), "/api/forum/search?q=word"))) {
                writing.during(time);
                for (Store store :
                        values(arguments.text("stores").orElse("postgres,mongodb,elasticsearch"), Store.class)) {
                    for (How way : ways) {
                        take(server.port(), store, way, new Load(writing, reading, searching));
                    }
                }
            }
        }
        stores.close();
    }

    private record Load(Asking writing, Asking reading, Asking searching) {}

    private void take(int port, Store store, How way, Load load) throws IOException, InterruptedException {
        Metrics earlier = Metrics.of(port);
        int connections = stores.of(store).connections();
        double usual = load.writing().during(before).finePerSecond();
        load.reading().lap();
        load.searching().lap();
        stores.of(store).set(way);
        Tally writes = load.writing().during(time);
        Tally reads = load.reading().lap();
        Tally searches = load.searching().lap();
        double kept = writes.finePerSecond() / usual;
        stores.of(store).set(How.THERE);
        long drained = drained(port, load.writing());
        Metrics after = Metrics.of(port);
        String name = store.label() + " " + way.name().toLowerCase(Locale.ROOT);
        System.out.printf(
                "%s: writes %.0f/s before, ratio %.2f during; writes %s; reads %s; searches %s; caught up after %d s;"
                        + " threads %.0f and %.0f, connections %d and %d%n",
                name,
                usual,
                kept,
                writes,
                reads,
                searches,
                drained,
                earlier.sum("jvm_threads_live_threads"),
                after.sum("jvm_threads_live_threads"),
                connections,
                stores.of(store).connections());
        require(store == Store.POSTGRES || kept >= KEPT, name + ": writes kept " + kept);
        require(writes.bad() + reads.bad() + searches.bad() == 0, name + ": answers that nobody should get");
        require(drained >= 0, name + ": read models did not catch up");
        require(
                after.sum("jvm_threads_live_threads") <= earlier.sum("jvm_threads_live_threads") + MORE_THREADS,
                name + ": threads piled up");
        require(stores.of(store).connections() <= connections + MORE_CONNECTIONS, name + ": connections piled up");
    }

    /** Seconds until no read model is more than a second's writes behind; -1 if that takes too long. */
    private static long drained(int port, Asking writing) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < CATCHING_UP.toNanos()) {
            Tally second = writing.during(Duration.ofSeconds(1));
            if (Metrics.of(port).max("parley_projection_lag") <= Math.max(200, 2 * second.finePerSecond())) {
                return Duration.ofNanos(System.nanoTime() - began).toSeconds();
            }
        }
        return -1;
    }

    private void require(boolean so, String otherwise) {
        if (!so) {
            wrong.add("MISSED " + otherwise);
        }
    }

    private static <E extends Enum<E>> List<E> values(String names, Class<E> type) {
        return Arrays.stream(names.split(","))
                .map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
