package dev.parley.query;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * MongoDB and Elasticsearch themselves, for the {@linkplain Contract contracts} where {@code parley.test.stores} is
 * {@code real}: those at {@code parley.test.mongodb} and {@code parley.test.elasticsearch}, or else in Docker. Without
 * either the contracts are skipped, and a line says so.
 */
public final class RealStores implements ExecutionCondition {
    private static final boolean ASKED_FOR = "real".equals(System.getProperty("parley.test.stores"));
    private static final String MONGODB = System.getProperty("parley.test.mongodb", "");
    private static final String ELASTICSEARCH = System.getProperty("parley.test.elasticsearch", "");
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!ASKED_FOR || isThere()) {
            return ConditionEvaluationResult.enabled(ASKED_FOR ? "on real stores" : "on the embedded stores");
        }
        String why = "There is no Docker, and no parley.test.mongodb with parley.test.elasticsearch:"
                + " contracts are not tried on real stores.";
        if (SAID.compareAndSet(false, true)) {
            System.out.println(why);
        }
        return ConditionEvaluationResult.disabled(why);
    }

    /** Where MongoDB is; empty where the embedded one is to be used. */
    static Optional<ConnectionString> mongodb() {
        return ASKED_FOR ? Optional.of(new ConnectionString(Mongo.ADDRESS)) : Optional.empty();
    }

    /** Where Elasticsearch is; empty where the embedded one is to be used. */
    public static Optional<URI> elasticsearch() {
        return ASKED_FOR ? Optional.of(URI.create(Search.ADDRESS)) : Optional.empty();
    }

    private static boolean isThere() {
        return (!MONGODB.isEmpty() && !ELASTICSEARCH.isEmpty())
                || DockerClientFactory.instance().isDockerAvailable();
    }

    /** Runs until the end of this JVM, as the next two do. */
    private static final class Mongo {
        static final String ADDRESS = MONGODB.isEmpty() ? started() : MONGODB;

        private static String started() {
            var container = new MongoDBContainer("mongo:8.0.21").withReplicaSet();
            container.start();
            return container.getConnectionString();
        }
    }

    private static final class Search {
        static final String ADDRESS = ELASTICSEARCH.isEmpty() ? started() : ELASTICSEARCH;

        private static String started() {
            var container = new ElasticsearchContainer("docker.elastic.co/elasticsearch/elasticsearch:8.19.21")
                    .withEnv("xpack.security.enabled", "false");
            container.start();
            return "http://" + container.getHttpHostAddress();
        }
    }
}
