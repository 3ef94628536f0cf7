package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReadModelsHealthTest {
    /** Nobody listens here. */
    private static final ConnectionString NOWHERE = new ConnectionString("mongodb://127.0.0.1:1");

    @Test
    void isUpWhileMongoAnswers() {
        try (MongoForTests mongo = new MongoForTests()) {
            assertThat(status(new ReadModelsHealth(mongo.database()))).isEqualTo(Status.UP);
        }
    }

    @Test
    void isDownWhileItDoesNot() {
        try (var client = MongoClients.create(ReadModelConfiguration.settings(NOWHERE, new SealForTests()))) {
            assertThat(status(new ReadModelsHealth(client.getDatabase("parley"))))
                    .isEqualTo(Status.DOWN);
        }
    }

    private static Status status(ReadModelsHealth health) {
        return health.health().block().getStatus();
    }
}
