package dev.parley.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Looks at every query that a test makes, and has MongoDB explain each kind of it: none may read a whole collection but
 * those of collections that have one document for each projection.
 */
final class ExplainedFinds implements CommandListener {
    private static final Set<String> SMALL = Set.of("projections", "tokens", "expunging");
    private static final Set<String> ASKED = Set.of("find", "filter", "sort", "projection", "limit", "hint");

    private final Map<String, BsonDocument> kinds = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find")) {
            BsonDocument find = event.getCommand().clone();
            find.keySet().retainAll(ASKED);
            kinds.putIfAbsent(find.getString("find").getValue() + keys(find), find);
        }
    }

    /** @throws AssertionError naming the query that would read a whole collection */
    void requireIndexes(MongoDatabase database) {
        kinds.values().stream().filter(ExplainedFinds::mustBeIndexed).forEach(find -> {
            Document explained = database.runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
            Document plan = explained.get("queryPlanner", Document.class).get("winningPlan", Document.class);
            Assertions.assertThat(plan.toJson()).as(find.toJson()).doesNotContain("COLLSCAN");
        });
    }

    private static boolean mustBeIndexed(BsonDocument find) {
        String collection = find.getString("find").getValue();
        return find.containsKey("filter") && SMALL.stream().noneMatch(collection::startsWith);
    }

    private static String keys(BsonDocument find) {
        return find.getDocument("filter", new BsonDocument("", new BsonString("")))
                        .keySet()
                + find.getDocument("sort", new BsonDocument()).toJson();
    }
}
