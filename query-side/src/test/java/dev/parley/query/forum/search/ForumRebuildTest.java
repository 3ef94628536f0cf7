package dev.parley.query.forum.search;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunningReadModel;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.forum.search.ForumUnderTest.Search;
import dev.parley.query.search.IndexWrites;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An index that somebody deletes while the server runs: searches fail until all is there again. */
@ExtendWith(ElasticsearchForTests.class)
class ForumRebuildTest {
    private static final int TOPICS = 90;
    private static final int UNAVAILABLE = -1;

    private final MongoForTests mongo = new MongoForTests();
    private final RunningReadModel readModel =
            new RunningReadModel(new InMemoryEventStorageEngine(), mongo.address(), ElasticsearchForTests.address());

    @AfterEach
    void close() {
        readModel.close();
        mongo.close();
    }

    @Test
    void neverShowsTheForumHalfFull() {
        readModel.bean(IndexWrites.class).drop(ProjectionRun.first("forum-search"));
        eventually(() -> found() == 0);
        var log = new ForumLog();
        IntStream.range(0, TOPICS).forEach(topic -> log.start(topic, "ann", "Some title", "zugzwang"));
        readModel.append(log.all());
        eventually(() -> found() == TOPICS);

        readModel.bean(IndexWrites.class).drop(ProjectionRun.first("forum-search"));
        eventually(() -> {
            int found = found();
            assertThat(found).isIn(UNAVAILABLE, TOPICS);
            return found == TOPICS;
        });
    }

    private int found() {
        try {
            return readModel
                    .bean(ForumSearchQueryHandler.class)
                    .handle(new Search().q("zugzwang").page("", 100).query())
                    .join()
                    .items()
                    .size();
        } catch (CompletionException unavailable) {
            assertThat(unavailable).hasRootCauseInstanceOf(SearchUnavailable.class);
            return UNAVAILABLE;
        }
    }
}
