package dev.parley.query;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when MongoDB, which keeps the read models, answers within 2 s. */
@Component("readModelsHealthIndicator")
class ReadModelsHealth implements ReactiveHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoDatabase readDatabase;

    ReadModelsHealth(MongoDatabase readDatabase) {
        this.readDatabase = readDatabase;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(readDatabase.runCommand(new Document("ping", 1)))
                .timeout(PATIENCE)
                .map(pong -> Health.up().build())
                .onErrorReturn(
                        Health.down().withDetail("server", "does not answer").build());
    }
}
