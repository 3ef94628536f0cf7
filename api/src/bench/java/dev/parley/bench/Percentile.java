package dev.parley.bench;

import java.util.Arrays;

/** Percentiles of measured values. */
public final class Percentile {
    private Percentile() {}

    /** The smallest value that so many percent of all do not exceed; 0 of none. */
    public static long of(long[] values, double percent) {
        if (values.length == 0) {
            return 0;
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
