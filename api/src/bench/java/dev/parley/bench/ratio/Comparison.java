package dev.parley.bench.ratio;

import java.io.IOException;

/** Two sides that are measured against each other. */
public interface Comparison extends AutoCloseable {
    /** What is compared, as the table of results has it. */
    String name();

    Side ours();

    Side baseline();

    /** What is compared of a run: how much was done in a second, or the median latency. */
    default Measure measure() {
        return Measure.RATE;
    }

    /** By which figure the two sides are compared. */
    enum Measure {
        RATE,
        LATENCY
    }

    @Override
    default void close() throws IOException {}
}
