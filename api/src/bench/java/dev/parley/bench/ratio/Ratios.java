package dev.parley.bench.ratio;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Site;
import dev.parley.bench.ratio.Comparison.Measure;
import dev.parley.bench.ratio.Pairs.Schedule;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures Parley's paths beside bare ones in one run, and prints a row of docs/benchmarks.md for each.
 * {@code Ratios [hot-page cold-page …] [--pairs=7] [--seconds=5] [--smoke] [--data=DIR]}; exit code 1 after an error.
 */
public final class Ratios {
    private static final Schedule SMOKE = new Schedule(Duration.ofMillis(200), Duration.ofMillis(200), 3);

    private final Target target;
    private final Site site;
    private final int listeners;
    private final int storm;
    private final int coldLines;

    /** Sets a comparison up. */
    @FunctionalInterface
    private interface Setting {
        Comparison set() throws IOException, InterruptedException;
    }

    private Ratios(Target target, Site site, boolean smoke) {
        this.target = target;
        this.site = site;
        listeners = smoke ? 50 : 500;
        storm = smoke ? 100 : 2_000;
        coldLines = smoke ? 300 : 10_000;
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        int barePort = ServerProcess.freePort();
        var setup = BenchServer.setup(arguments, "--spring.profiles.active=bench", "--bench.port=" + barePort);
        long errors;
        try (ServerProcess server = ServerProcess.start(setup);
                Site site = new Site(server.port())) {
            Target target = new Target(server.port(), barePort, server.pid());
            errors = new Ratios(target, site, arguments.has("smoke")).measure(arguments);
        }
        if (errors > 0) {
            System.exit(1);
        }
    }

    private Map<String, Setting> all() {
        Map<String, Setting> all = new LinkedHashMap<>();
        all.put("hot-page", () -> new HotPage(target, site));
        all.put("cold-page", () -> new ColdPage(target, site, coldLines));
        all.put("accepted", () -> new AcceptedLines(target, site));
        all.put("one-room", () -> new OneRoom(target, site));
        all.put("guards", () -> new Guards(target, site));
        all.put("fan-out", () -> new FanOut(target, site, listeners, Measure.RATE));
        all.put("last-listener", () -> new FanOut(target, site, listeners, Measure.LATENCY));
        all.put("stalled", () -> new StalledReader(target, site, listeners));
        all.put("storm", () -> new ReconnectStorm(target, site, storm));
        return all;
    }

    /** The number of errors. */
    private long measure(Arguments arguments) throws IOException, InterruptedException {
        Map<String, Setting> settings = all();
        if (!arguments.words().isEmpty()) {
            settings.keySet().retainAll(List.copyOf(arguments.words()));
        }
        Pairs pairs = new Pairs(target, schedule(arguments));
        System.out.println(Machine.describe());
        System.out.println(Report.head());
        long errors = 0;
        for (Setting setting : settings.values()) {
            try (Comparison comparison = setting.set()) {
                var measured = pairs.measure(comparison);
                System.out.println(Report.row(comparison, measured));
                errors += Report.errors(measured);
            }
        }
        return errors;
    }

    private static Schedule schedule(Arguments arguments) {
        if (arguments.has("smoke")) {
            return SMOKE;
        }
        Duration run = Duration.ofMillis((long) (1_000 * arguments.decimal("seconds", 5)));
        return new Schedule(run, run, arguments.number("pairs", 7));
    }
}
