package dev.parley.bench.ratio;

import dev.parley.bench.Broadcast.Delivered;
import dev.parley.bench.Site;
import dev.parley.bench.ratio.Rooms.Hall;
import dev.parley.bench.ratio.Side.Tally;
import java.io.IOException;
import java.time.Duration;

/** Lines to 500 listeners of a room, beside the same bytes, encoded already, to as many of a bare stream. */
final class FanOut implements Comparison {
    private static final int PACE = 20;

    private final Hall ours;
    private final Hall baseline;
    private final Measure measure;

    /** @param measure how many deliveries in a second, or at 20 lines a second when the last listener hears each */
    FanOut(Target target, Site site, int listeners, Measure measure) throws IOException, InterruptedException {
        ours = Hall.ofNewRoom(target, site, listeners);
        baseline = Hall.bare(target, site, listeners);
        this.measure = measure;
    }

    @Override
    public String name() {
        int listeners = ours.audience().size();
        return switch (measure) {
            case RATE -> "deliveries to " + listeners + " listeners / bare stream of encoded bytes";
            case LATENCY ->
                "last of " + listeners + " listeners after, at " + PACE + " lines/s / bare stream of encoded bytes";
        };
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public Side ours() {
        return side(ours);
    }

    @Override
    public Side baseline() {
        return side(baseline);
    }

    private Side side(Hall hall) {
        return time -> run(hall, time);
    }

    private Tally run(Hall hall, Duration time) throws InterruptedException {
        return tally(
                switch (measure) {
                    case RATE -> hall.broadcast().flood(time);
                    case LATENCY -> hall.broadcast().paced(time, PACE);
                });
    }

    static Tally tally(Delivered delivered) {
        return new Tally(delivered.deliveries(), delivered.errors(), delivered.nanos(), delivered.lastAfter());
    }

    @Override
    public void close() {
        ours.close();
        baseline.close();
    }
}
