package dev.parley.query.projection.letter;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.ProjectionRun;
import java.time.Clock;

/** Dead letters of single runs. */
public final class LettersForTests {
    private LettersForTests() {}

    /** @param most letters that there is room for */
    public static Parked parked(ProjectionRun run, MongoDatabase database, int most) {
        return new ParkedRuns(new DeadLetters(database), Clock.systemUTC(), most).of(run);
    }
}
