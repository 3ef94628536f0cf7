package dev.parley.bench.projection;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** An admin who looks after the projections of a running server. For one thread. */
final class Operator implements AutoCloseable {
    private static final String PROJECTIONS = "/api/admin/projections/";
    private static final int NOT_YET = 503;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String REASON = "{\"reason\":\"to measure it\"}";

    private final ApiClient api;
    private final Person admin;

    Operator(int port) throws IOException {
        api = new ApiClient(port);
        admin = api.token("bench-admin", "admin");
    }

    /** All projections, as the server tells of them. */
    List<JsonNode> projections() throws IOException {
        return get(PROJECTIONS).path("items").valueStream().toList();
    }

    JsonNode projection(String name) throws IOException {
        return get(PROJECTIONS + name);
    }

    /** Index of the log's newest event. */
    long head() throws IOException {
        return projections().getFirst().path("head").asLong();
    }

    /** @param operation such as {@code rebuild} */
    Answer ask(String name, String operation) throws IOException {
        return api.send("POST", PROJECTIONS + name + "/" + operation, admin, REASON);
    }

    /** Asks until the projections know of it, for what may be asked twice. */
    void askUntilKnown(String name, String operation) throws IOException {
        Answer answer = ask(name, operation);
        while (answer.status() == NOT_YET) {
            answer = ask(name, operation);
        }
        answer.orFail(operation);
    }

    /** Waits until no projection is behind what is in the log by now. */
    void awaitCaughtUp() throws IOException {
        long head = head();
        while (projections().stream()
                .anyMatch(projection -> projection.path("position").asLong() < head)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Waits until this version is read, and gives what is told of it. */
    JsonNode awaitLive(String name, int version) throws IOException {
        while (true) {
            for (JsonNode each : projection(name).path("versions")) {
                if (each.path("version").asInt() == version
                        && each.path("stage").asString().equals("live")) {
                    return each;
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private JsonNode get(String path) throws IOException {
        return api.get(admin.headers(), path).orFail("asking for projections").body();
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}
