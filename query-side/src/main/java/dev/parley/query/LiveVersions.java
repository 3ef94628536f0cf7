package dev.parley.query;

import com.mongodb.MongoClientException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which version of each projection is read on this node. */
@Component
public class LiveVersions {
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    /**
     * The run that is read.
     *
     * @throws MongoClientException before MongoDB, which keeps this, has answered for the first time
     */
    public ProjectionRun of(String projection) {
        Integer version = versions.get(projection);
        if (version == null) {
            throw new MongoClientException("which version of " + projection + " is read is not known yet");
        }
        return new ProjectionRun(projection, version);
    }

    /** Has this run read from now on. */
    public void set(ProjectionRun live) {
        versions.put(live.projection(), live.version());
    }
}
