package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class IndexesHealthTest {
    private final StubElasticsearch server = new StubElasticsearch();
    private final SearchEngine engine = Engines.at(server.address());
    private final IndexWrites writes = new IndexWrites(engine);
    private final IndexesHealth health = new IndexesHealth(engine, writes);

    @BeforeEach
    void declare() {
        writes.declare(new SearchIndex("things", "things", 1, "{}"));
        writes.declare(new SearchIndex("others", "others", 1, "{}"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isUpWhenAllCanBeSearched() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDegradedWhileOneIsBeingFilled() {
        server.answer("GET /_alias/others,things", 404, "{\"error\":\"alias [things] missing\",\"status\":404}");
        assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
    }

    @Test
    void isUnknownWhileElasticsearchIsAway() {
        server.goAway();
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }
}
