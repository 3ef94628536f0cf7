package dev.parley.query;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.query.direct.Talks;
import dev.parley.query.direct.search.DirectSearch;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.IndexWrites;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An index that somebody deletes, in the embedded Elasticsearch: searches fail until all is there again. */
@ExtendWith(ElasticsearchForTests.class)
class SearchRebuildTest {
    private static final UserId ANN = new UserId("ann");
    private static final int CONVERSATIONS = 90;
    private static final int UNAVAILABLE = -1;

    private final MongoForTests mongo = new MongoForTests();
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private RunningReadModel readModel = run();

    @AfterEach
    void close() {
        readModel.close();
        mongo.close();
    }

    @Test
    void isFilledAnewWithoutEverBeingHalfFull() throws IOException, InterruptedException {
        readModel.bean(IndexWrites.class).drop(ProjectionRun.first("direct-search"));
        eventually(() -> found() == 0);
        var talks = new Talks();
        IntStream.range(0, CONVERSATIONS).forEach(number -> talks.say(ANN, new UserId("p" + number), "hello"));
        readModel.append(talks.all());
        eventually(() -> found() == CONVERSATIONS);

        delete();
        eventually(this::isFullAgain);

        readModel.close();
        delete();
        readModel = run();
        eventually(this::isFullAgain);
    }

    private boolean isFullAgain() {
        int found = found();
        assertThat(found).isIn(UNAVAILABLE, CONVERSATIONS);
        return found == CONVERSATIONS;
    }

    private int found() {
        try {
            return readModel
                    .bean(DirectSearch.class)
                    .conversations(ANN, "hello", Set.of())
                    .join()
                    .size();
        } catch (CompletionException unavailable) {
            assertThat(unavailable).hasCauseInstanceOf(SearchUnavailable.class);
            return UNAVAILABLE;
        }
    }

    private static void delete() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        ElasticsearchForTests.address().uri().resolve("/direct-messages-v2"))
                .DELETE()
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private RunningReadModel run() {
        return new RunningReadModel(log, mongo.address(), ElasticsearchForTests.address());
    }
}
