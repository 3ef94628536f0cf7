package dev.parley.bench.forum;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How long the read models and the search need until they know all that was accepted. */
final class CatchUp {
    private static final int NOT_YET = 503;

    private final int port;
    private final Person reader;
    private final long position;
    private final long begin = System.nanoTime();

    CatchUp(int port, Person reader, long position) {
        this.port = port;
        this.reader = reader;
        this.position = position;
    }

    /** Waits for all three at once, and prints when each was there. */
    void print(String topic) throws InterruptedException {
        List<String> paths = List.of(
                "/api/forum/topics?limit=1", "/api/forum/topics/" + topic + "?limit=1", "/api/forum/search?q=ubuntu");
        AtomicInteger next = new AtomicInteger();
        Clients.run(paths.size(), () -> await(paths.get(next.getAndIncrement())));
    }

    private void await(String path) {
        List<String> headers = List.of(reader.authorization(), "Parley-Min-Position: " + position);
        try (ApiClient api = new ApiClient(port)) {
            Answer answer = api.get(headers, path);
            while (answer.status() == NOT_YET) {
                answer = api.get(headers, path);
            }
            answer.orFail(path);
            System.out.printf("up to date after %.2f s: %s%n", (System.nanoTime() - begin) / 1e9, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
