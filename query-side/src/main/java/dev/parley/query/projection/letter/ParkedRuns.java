package dev.parley.query.projection.letter;

import dev.parley.query.ProjectionRun;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives each run what keeps its dead letters. */
@Component
public class ParkedRuns {
    private final DeadLetters stored;
    private final Clock clock;
    private final int most;

    /** @param most letters that each run has room for, so that what is known of them fits into memory */
    ParkedRuns(DeadLetters stored, Clock clock, @Value("${parley.projections.dead-letters:10000}") int most) {
        this.stored = stored;
        this.clock = clock;
        this.most = most;
    }

    /** Nothing is known of them before the run is this node's. */
    public Parked of(ProjectionRun run) {
        return new Parked(run, stored, most, clock);
    }
}
