package dev.parley.bench.ratio;

import dev.parley.bench.Percentile;
import dev.parley.bench.ratio.Comparison.Measure;
import dev.parley.bench.ratio.Side.Tally;

/**
 * One run of one side.
 *
 * @param cpuNanos processor time that the server took meanwhile
 * @param allocated bytes that the server allocated meanwhile
 */
public record Sample(Tally tally, long cpuNanos, long allocated) {
    double value(Measure measure) {
        return switch (measure) {
            case RATE -> tally.perSecond();
            case LATENCY -> Percentile.of(tally.latencies(), 50) / 1e6;
        };
    }

    double cpuMicrosEach() {
        return cpuNanos / 1e3 / Math.max(1, tally.done());
    }

    double bytesEach() {
        return (double) allocated / Math.max(1, tally.done());
    }
}
