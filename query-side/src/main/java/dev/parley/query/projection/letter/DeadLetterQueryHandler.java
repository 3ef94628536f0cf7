package dev.parley.query.projection.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.ReadRefused;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckRetry;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckSkip;
import dev.parley.query.projection.letter.DeadLetterQuery.FindDeadLetter;
import dev.parley.query.projection.letter.DeadLetterQuery.ListDeadLetters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers what is asked about dead letters. */
@Component
class DeadLetterQueryHandler {
    private final MongoCollection<Document> stored;
    private final ProjectionCatalog catalog;

    DeadLetterQueryHandler(MongoDatabase readDatabase, ProjectionCatalog catalog) {
        this.stored = readDatabase.getCollection(LetterDocument.COLLECTION);
        this.catalog = catalog;
    }

    @QueryHandler
    CompletableFuture<Page<DeadLetterView>> handle(ListDeadLetters query) {
        requireKnown(query);
        String after = query.after().map(letter -> id(query, letter)).orElse("");
        return page(query.projection(), after, query.limit() + 1).thenApply(found -> {
            boolean more = found.size() > query.limit();
            List<DeadLetterView> page = more ? found.subList(0, query.limit()) : found;
            return new Page<>(page, more ? page.getLast().id().toString() : null);
        });
    }

    private CompletableFuture<List<DeadLetterView>> page(ProjectionName projection, String after, int limit) {
        Bson behind = and(
                gt(LetterDocument.ID, projection.value() + "~"),
                gt(LetterDocument.ID, after),
                lt(LetterDocument.ID, projection.value() + "~~"));
        return Flux.from(stored.find(behind)
                        .sort(Sorts.ascending(LetterDocument.ID))
                        .limit(limit))
                .map(found -> DeadLetterView.of(LetterDocument.letter(found)))
                .collectList()
                .toFuture();
    }

    @QueryHandler
    CompletableFuture<DeadLetterView> handle(FindDeadLetter query) {
        requireKnown(query);
        return find(query, query.letter()).toFuture();
    }

    @QueryHandler
    CompletableFuture<DeadLetterView> handle(CheckRetry query) {
        requireKnown(query);
        return page(query.projection(), "", 1)
                .thenApply(found -> found.stream().findFirst().orElseThrow(() -> unknown("It has no dead letters.")));
    }

    @QueryHandler
    CompletableFuture<DeadLetterView> handle(CheckSkip query) {
        requireKnown(query);
        return find(query, query.letter())
                .flatMap(letter -> earlier(query, letter)
                        .hasElements()
                        .flatMap(waits -> waits
                                ? Mono.error(new ReadRefused(
                                        Rejection.WAITS_BEHIND_ANOTHER,
                                        "Another event of its stream comes before: skip that, or retry both."))
                                : Mono.just(letter)))
                .toFuture();
    }

    private Flux<Document> earlier(DeadLetterQuery query, DeadLetterView letter) {
        return Flux.from(stored.find(and(
                        eq(LetterDocument.RUN, run(query, letter.id()).name()),
                        eq(LetterDocument.STREAM, letter.stream()),
                        lt(LetterDocument.PLACE, letter.place())))
                .limit(1));
    }

    private Mono<DeadLetterView> find(DeadLetterQuery query, LetterId letter) {
        return Mono.from(stored.find(eq(id(query, letter))).first())
                .map(found -> DeadLetterView.of(LetterDocument.letter(found)))
                .switchIfEmpty(Mono.error(() -> unknown("It has no dead letter with this id, or not any more.")));
    }

    private static String id(DeadLetterQuery query, LetterId letter) {
        return LetterDocument.id(run(query, letter), letter.position());
    }

    private static ProjectionRun run(DeadLetterQuery query, LetterId letter) {
        return new ProjectionRun(query.projection().value(), letter.version());
    }

    private static ReadRefused unknown(String detail) {
        return new ReadRefused(Rejection.UNKNOWN_DEAD_LETTER, detail);
    }

    private void requireKnown(DeadLetterQuery query) {
        if (!query.viewer().roles().contains(Role.ADMIN)) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for admins.");
        }
        if (!catalog.names().contains(query.projection().value())) {
            throw new ReadRefused(Rejection.UNKNOWN_PROJECTION, "There is no projection with this name.");
        }
    }
}
