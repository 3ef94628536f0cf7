package dev.parley.query;

import static dev.parley.query.RunningReadModel.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.member.UserId;
import dev.parley.query.direct.Talks;
import dev.parley.query.search.StubElasticsearch;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The projection that writes to Elasticsearch, with its processor, beside the others. */
class SearchProjectionTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private final MongoForTests mongo = new MongoForTests();
    private final StubElasticsearch elasticsearch = new StubElasticsearch();
    private final Talks talks = new Talks();
    private RunningReadModel readModel;

    @AfterEach
    void close() {
        readModel.close();
        elasticsearch.close();
        mongo.close();
    }

    @Test
    void waitsUntilElasticsearchIsThereAndHoldsUpNobodyElse() {
        elasticsearch.goAway();
        run();
        say("one");
        eventually(() -> stored("dm~ann~bob~1"));
        assertThat(elasticsearch.asked()).isEmpty();
        elasticsearch.comeBack();
        eventually(() -> indexed("dm~ann~bob~1"));
    }

    @Test
    void catchesUpByItselfWhenElasticsearchWasAway() {
        run();
        say("one");
        eventually(() -> indexed("dm~ann~bob~1"));
        elasticsearch.goAway();
        say("two");
        eventually(() -> !readModel.isWorked("direct-search"));
        say("three");
        eventually(() -> stored("dm~ann~bob~3"));
        elasticsearch.comeBack();
        eventually(() -> indexed("dm~ann~bob~2") && indexed("dm~ann~bob~3"));
    }

    private void run() {
        readModel = new RunningReadModel(new InMemoryEventStorageEngine(), mongo.address(), elasticsearch.address());
    }

    private void say(String text) {
        int before = talks.all().size();
        readModel.append(talks.say(ANN, BOB, text).from(before).toList());
    }

    private boolean stored(String message) {
        return readModel
                        .bean(MongoDatabase.class)
                        .getCollection("direct_messages")
                        .countDocuments(new Document("_id", message))
                == 1;
    }

    private boolean indexed(String message) {
        List<String> asked = elasticsearch.asked();
        return asked.stream().anyMatch(request -> request.contains("\"_id\":\"" + message + "\""));
    }
}
