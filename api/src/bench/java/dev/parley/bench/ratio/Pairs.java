package dev.parley.bench.ratio;

import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs both sides of a comparison in turns (A B B A …) on a server that is warm, so that drift hits both alike. */
public final class Pairs {
    private final Target target;
    private final Schedule schedule;

    /**
     * How long and how often.
     *
     * @param warmUp of each side, before the first pair
     * @param run of each side, in each pair
     */
    public record Schedule(Duration warmUp, Duration run, int pairs) {}

    /** Two runs that belong together. */
    public record Pair(Sample ours, Sample baseline) {}

    public Pairs(Target target, Schedule schedule) {
        this.target = target;
        this.schedule = schedule;
    }

    /** Has both sides run for nothing: one after the other, for as long as the schedule says. */
    public void warmUp(Comparison comparison) throws IOException, InterruptedException {
        comparison.ours().run(schedule.warmUp());
        comparison.baseline().run(schedule.warmUp());
    }

    public List<Pair> measure(Comparison comparison) throws IOException, InterruptedException {
        warmUp(comparison);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < schedule.pairs(); i++) {
            pairs.add(i % 2 == 0 ? oursFirst(comparison) : baselineFirst(comparison));
        }
        return pairs;
    }

    private Pair oursFirst(Comparison comparison) throws IOException, InterruptedException {
        Sample ours = sample(comparison.ours());
        return new Pair(ours, sample(comparison.baseline()));
    }

    private Pair baselineFirst(Comparison comparison) throws IOException, InterruptedException {
        Sample baseline = sample(comparison.baseline());
        return new Pair(sample(comparison.ours()), baseline);
    }

    private Sample sample(Side side) throws IOException, InterruptedException {
        long cpu = Usage.cpu(target.pid()).toNanos();
        long allocated = target.allocated();
        Tally tally = side.run(schedule.run());
        long allocatedNow = target.allocated();
        return new Sample(tally, Usage.cpu(target.pid()).toNanos() - cpu, allocatedNow - allocated);
    }
}
