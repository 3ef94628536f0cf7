package dev.parley.bench.ratio;

import dev.parley.bench.Percentile;
import dev.parley.bench.ratio.Comparison.Measure;
import dev.parley.bench.ratio.Pairs.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Turns pairs into rows of the table in docs/benchmarks.md: medians, and the span of the paired ratios. */
public final class Report {
    private static final String HEAD = """
            | path | ours | baseline | ratio: median (min–max) | CPU µs each, ours / baseline \
            | bytes allocated each, ours / baseline | errors |
            |---|---|---|---|---|---|---|""";

    private Report() {}

    public static String head() {
        return HEAD;
    }

    public static String row(Comparison comparison, List<Pair> pairs) {
        Measure measure = comparison.measure();
        double[] ratios = pairs.stream()
                .mapToDouble(
                        pair -> pair.ours().value(measure) / pair.baseline().value(measure))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f (%.2f–%.2f) | %.0f / %.0f | %.0f / %.0f | %d |",
                comparison.name(),
                figure(measure, pairs, Pair::ours),
                figure(measure, pairs, Pair::baseline),
                Percentile.median(ratios),
                ratios[0],
                ratios[ratios.length - 1],
                median(pairs, pair -> pair.ours().cpuMicrosEach()),
                median(pairs, pair -> pair.baseline().cpuMicrosEach()),
                median(pairs, pair -> pair.ours().bytesEach()),
                median(pairs, pair -> pair.baseline().bytesEach()),
                errors(pairs));
    }

    public static long errors(List<Pair> pairs) {
        return pairs.stream()
                .mapToLong(pair ->
                        pair.ours().tally().errors() + pair.baseline().tally().errors())
                .sum();
    }

    private static String figure(Measure measure, List<Pair> pairs, Function<Pair, Sample> side) {
        return switch (measure) {
            case RATE ->
                String.format(
                        Locale.ROOT,
                        "%.0f/s",
                        median(pairs, pair -> side.apply(pair).value(measure)));
            case LATENCY -> latencies(pairs, side);
        };
    }

    private static String latencies(List<Pair> pairs, Function<Pair, Sample> side) {
        long[] all = pairs.stream()
                .map(side)
                .flatMapToLong(sample -> Arrays.stream(sample.tally().latencies()))
                .toArray();
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms (%d)",
                Percentile.of(all, 50) / 1e6,
                Percentile.of(all, 99) / 1e6,
                all.length);
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return Percentile.median(pairs.stream().mapToDouble(figure).toArray());
    }
}
