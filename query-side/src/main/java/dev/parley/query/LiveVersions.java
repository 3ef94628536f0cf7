package dev.parley.query;

import com.mongodb.MongoClientException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which version of each projection is read on this node. */
@Component
public class LiveVersions {
    private final Map<String, Live> read = new ConcurrentHashMap<>();

    /**
     * @param repairs how often something in the projection was repaired
     * @param generation how often this node saw one of the two change
     */
    private record Live(ProjectionRun run, long repairs, long generation) {
        boolean is(ProjectionRun other, long otherRepairs) {
            return run.equals(other) && repairs == otherRepairs;
        }
    }

    /**
     * The run that is read.
     *
     * @throws MongoClientException before MongoDB, which keeps this, has answered for the first time
     */
    public ProjectionRun of(String projection) {
        Live live = read.get(projection);
        if (live == null) {
            throw new MongoClientException("which version of " + projection + " is read is not known yet");
        }
        return live.run();
    }

    /**
     * How often what is read became another: another run, or this one repaired. What was kept of reads that began under
     * another number may be wrong. Never a number that was there before, 0 before anything is known.
     */
    public long generation(String projection) {
        Live live = read.get(projection);
        return live == null ? 0 : live.generation();
    }

    /**
     * Has this run read from now on.
     *
     * @param repairs how often something in the projection was repaired
     */
    public void set(ProjectionRun run, long repairs) {
        read.compute(
                run.projection(),
                (projection, before) -> before != null && before.is(run, repairs)
                        ? before
                        : new Live(run, repairs, before == null ? 1 : before.generation() + 1));
    }
}
