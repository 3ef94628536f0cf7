package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.Percentile;
import dev.parley.bench.projection.Store.RawWrite;
import dev.parley.bench.ratio.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * Replays the log through the projections' own way to a handler that does nothing, beside a raw read of the log; and into
 * each read model, beside that and a raw write of the same documents. Two servers that {@link Fill} has filled take turns.
 * {@code ReplayBeside [--tenth=DIR] [--whole=DIR] [--pairs=5] [--read-models=1] [--only=NAME]}: either may be left out.
 */
public final class ReplayBeside {
    /** Not read models, or of the benchmark. */
    private static final Set<String> OTHERS = Set.of("operations", "nothing", "nothing-opened");

    private final List<Store> stores;
    private final Arguments arguments;

    /** Events per second. */
    private record Pair(double replayed, double raw) {
        double ratio() {
            return replayed / raw;
        }
    }

    private ReplayBeside(List<Store> stores, Arguments arguments) {
        this.stores = stores;
        this.arguments = arguments;
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        List<Store> stores = new ArrayList<>();
        try {
            for (String name : List.of("tenth", "whole")) {
                if (arguments.has(name)) {
                    stores.add(Store.start(name, Path.of(arguments.text(name).orElseThrow())));
                }
            }
            System.out.println(Machine.describe());
            new ReplayBeside(stores, arguments).run();
        } finally {
            for (Store store : stores) {
                store.close();
            }
        }
    }

    private void run() throws IOException {
        nothing("nothing", false);
        nothing("nothing-opened", true);
        for (int round = 0; round < arguments.number("read-models", 1); round++) {
            for (Store store : stores) {
                readModels(store);
            }
        }
    }

    private void nothing(String projection, boolean opened) throws IOException {
        List<List<Pair>> pairs = new ArrayList<>();
        for (Store store : stores) {
            pairs.add(new ArrayList<>());
            pair(store, projection, opened, true); // to warm up
        }
        for (int round = 0; round < arguments.number("pairs", 5); round++) {
            for (int each = 0; each < stores.size(); each++) {
                pairs.get(each).add(pair(stores.get(each), projection, opened, round % 2 == 0));
            }
        }
        for (int each = 0; each < stores.size(); each++) {
            print(stores.get(each).name() + ", " + projection, pairs.get(each));
        }
    }

    private static Pair pair(Store store, String projection, boolean opened, boolean rawFirst) throws IOException {
        if (rawFirst) {
            double raw = store.readsPerSecond(opened);
            return new Pair(Replayed.of(store.operator(), projection).perSecond(), raw);
        }
        double replayed = Replayed.of(store.operator(), projection).perSecond();
        return new Pair(replayed, store.readsPerSecond(opened));
    }

    private static void print(String what, List<Pair> pairs) {
        double[] ratios = pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: replay %.0f/s, raw read %.0f/s, ratio %.2f (%.2f–%.2f)%n",
                what,
                median(pairs, Pair::replayed),
                median(pairs, Pair::raw),
                Percentile.median(ratios),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return Percentile.median(pairs.stream().mapToDouble(figure).toArray());
    }

    private void readModels(Store store) throws IOException {
        double filling = 0;
        double writing = 0;
        long events = 0;
        for (JsonNode each : store.operator().projections()) {
            String name = each.path("name").asString();
            if (isAsked(name)) {
                double read = store.readsPerSecond(false);
                Replayed replayed = Replayed.of(store.operator(), name);
                RawWrite written = store.write(name);
                print(store.name() + ", " + name, replayed, read, written);
                filling += replayed.seconds();
                writing += written.seconds();
                events = replayed.events();
            }
        }
        double read = store.readsPerSecond(false);
        System.out.printf(
                Locale.ROOT,
                "%s, all read models: filled in %.1f s, %.0f events/s; raw read %.0f/s, raw write %.1f s, %.0f events/s; ratio"
                        + " %.2f%n",
                store.name(),
                filling,
                events / filling,
                read,
                writing,
                events / writing,
                events / filling / Math.min(read, events / writing));
    }

    private boolean isAsked(String projection) {
        List<String> only = arguments
                .text("only")
                .map(names -> Arrays.asList(names.split(",")))
                .orElse(List.of());
        return only.isEmpty() ? !OTHERS.contains(projection) : only.contains(projection);
    }

    private static void print(String what, Replayed replayed, double read, RawWrite written) {
        double raw = Math.min(read, replayed.events() / written.seconds());
        System.out.printf(
                Locale.ROOT,
                "%s: %d events, %.2f s, %.0f/s; raw read %.0f/s; %d documents written raw in %.2f s; ratio %.2f%n",
                what,
                replayed.events(),
                replayed.seconds(),
                replayed.perSecond(),
                read,
                written.documents(),
                written.seconds(),
                replayed.perSecond() / raw);
    }
}
