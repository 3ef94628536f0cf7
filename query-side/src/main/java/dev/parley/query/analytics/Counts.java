package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import dev.parley.query.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** Reads counts of a {@link Tally}. */
final class Counts {
    private Counts() {}

    /** Those of these that are not 0: one read. */
    static CompletableFuture<Map<String, Long>> of(ReadModel counts, List<String> ids) {
        return Flux.from(counts.find(in("_id", ids))
                        .projection(include(TallyDocument.TOTAL))
                        .batchSize(ids.size() + 1))
                .collectMap(
                        (Document found) -> found.getString("_id"),
                        (Document found) -> found.getLong(TallyDocument.TOTAL))
                .toFuture();
    }
}
