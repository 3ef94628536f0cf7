package dev.parley.query.search;

import dev.parley.query.SearchUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Up when all indexes can be searched; degraded while one is being filled, so that searches of it are refused; unknown while
 * Elasticsearch is away, of which its own health tells.
 */
@Component("searchIndexesHealthIndicator")
class IndexesHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final SearchEngine engine;
    private final IndexWrites writes;

    IndexesHealth(SearchEngine engine, IndexWrites writes) {
        this.engine = engine;
        this.writes = writes;
    }

    @Override
    public Health health() {
        try {
            return engine.has(writes.declared())
                    ? Health.up().build()
                    : Health.status(DEGRADED)
                            .withDetail("indexes", "being filled")
                            .build();
        } catch (SearchUnavailable away) {
            return Health.unknown().build();
        }
    }
}
