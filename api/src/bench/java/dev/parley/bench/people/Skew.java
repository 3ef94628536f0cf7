package dev.parley.bench.people;

import java.util.Random;

/**
 * Unequal shares, as in any community: a few have most. How unequal does not depend on how many there are, so that the
 * people of a small community have as much of everything as those of a large one.
 */
public final class Skew {
    private static final double EXPONENT = -0.6;
    /** Who has most has 25 times the average. */
    private static final double TOP = 0.001;

    private final double[] upTo;

    public Skew(int count) {
        upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight(i, count);
            upTo[i] = sum;
        }
    }

    private static double weight(int place, int count) {
        return Math.pow(Math.max(TOP, (place + 0.5) / count), EXPONENT);
    }

    /** One of them, as likely as their share is large. */
    public int pick(Random random) {
        double wanted = random.nextDouble() * upTo[upTo.length - 1];
        int from = 0;
        int to = upTo.length - 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (upTo[middle] < wanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
