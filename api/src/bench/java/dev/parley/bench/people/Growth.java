package dev.parley.bench.people;

import dev.parley.bench.Arguments;
import dev.parley.bench.Percentile;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures what the size of a community costs: two servers that {@link Population} has filled, started together, warmed
 * up alike and measured in turns. {@code Growth --tenth=DIR --whole=DIR [--people=10000] [--requests=2000] [--rounds=5]
 * [--clients=4]}: people are those of the whole.
 */
public final class Growth {
    private static final int TENTH = 10;

    private final Site tenth;
    private final Site whole;
    private final int requests;

    /** A server with its community. */
    private record Site(Community community, Crowd crowd, Map<Request, List<long[]>> samples) {
        static Site on(int port, int clients, int people) {
            return new Site(new Community(people), new Crowd(port, clients, people), new EnumMap<>(Request.class));
        }
    }

    private Growth(Site tenth, Site whole, int requests) {
        this.tenth = tenth;
        this.whole = whole;
        this.requests = requests;
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        int people = arguments.number("people", 10_000);
        int clients = arguments.number("clients", 4);
        try (ServerProcess small = ServerProcess.start(setup(arguments, "tenth"));
                ServerProcess large = ServerProcess.start(setup(arguments, "whole"))) {
            Growth growth = new Growth(
                    Site.on(small.port(), clients, people / TENTH),
                    Site.on(large.port(), clients, people),
                    arguments.number("requests", 2_000));
            growth.warmUp();
            for (int round = 0; round < arguments.number("rounds", 5); round++) {
                growth.measure(round);
            }
            growth.print();
        }
    }

    private static Setup setup(Arguments arguments, String name) throws IOException {
        String data = arguments
                .text(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("say --" + name + "=, a directory that Population filled"));
        return Setup.on(Path.of(data).toAbsolutePath());
    }

    /** As many requests to each, whatever its size. */
    private void warmUp() throws InterruptedException {
        whole.crowd().arrive();
        for (int i = 0; i < TENTH; i++) {
            tenth.crowd().arrive();
        }
        for (Request request : Request.values()) {
            tenth.crowd().sample(request, tenth.community(), 2 * requests, 0);
            whole.crowd().sample(request, whole.community(), 2 * requests, 0);
        }
    }

    private void measure(int round) throws InterruptedException {
        List<Site> turns = round % 2 == 0 ? List.of(tenth, whole) : List.of(whole, tenth);
        for (Request request : Request.values()) {
            for (Site site : turns) {
                long[] nanos = site.crowd().sample(request, site.community(), requests, round + 1);
                site.samples()
                        .computeIfAbsent(request, first -> new ArrayList<>())
                        .add(nanos);
            }
        }
    }

    private void print() {
        System.out.println(
                "| request | tenth: p50, p99 | whole: p50, p99 | ratio p50 (min–max) | ratio p99 (min–max) |");
        System.out.println("|---|---|---|---|---|");
        for (Request request : Request.values()) {
            List<long[]> small = tenth.samples().get(request);
            List<long[]> large = whole.samples().get(request);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    request,
                    latencies(small),
                    latencies(large),
                    ratios(small, large, 50),
                    ratios(small, large, 99));
        }
    }

    private static String latencies(List<long[]> samples) {
        return String.format(Locale.ROOT, "%.1f ms, %.1f ms", median(samples, 50) / 1e6, median(samples, 99) / 1e6);
    }

    private static double median(List<long[]> samples, double percent) {
        return Percentile.median(samples.stream()
                .mapToDouble(nanos -> Percentile.of(nanos, percent))
                .toArray());
    }

    private static String ratios(List<long[]> small, List<long[]> large, double percent) {
        double[] ratios = new double[small.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) Percentile.of(large.get(i), percent) / Percentile.of(small.get(i), percent);
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", Percentile.median(ratios), ratios[0], ratios[ratios.length - 1]);
    }
}
