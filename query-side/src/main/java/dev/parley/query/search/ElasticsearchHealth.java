package dev.parley.query.search;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Up when Elasticsearch answers within 2 s; unknown until it has answered for the first time; else degraded: everything
 * but searches goes on.
 */
public final class ElasticsearchHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Status DEGRADED = new Status("DEGRADED");
    private static final int OK = 200;

    private final SearchAddress address;
    private final HttpClient client;
    private volatile boolean answeredBefore;

    public ElasticsearchHealth(SearchAddress address) {
        this.address = address;
        this.client = address.access().client(PATIENCE);
    }

    @Override
    public Health health() {
        try {
            return answers() ? up() : away("refuses");
        } catch (IOException e) {
            return away("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away("was not asked to the end");
        }
    }

    private Health up() {
        answeredBefore = true;
        return Health.up().build();
    }

    private Health away(String how) {
        boolean starting = address.starting().getAsBoolean() && !answeredBefore;
        return (starting ? Health.unknown() : Health.status(DEGRADED))
                .withDetail("server", how)
                .build();
    }

    private boolean answers() throws IOException, InterruptedException {
        var request =
                address.request("/_cluster/health?timeout=1s").timeout(PATIENCE).build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    }
}
