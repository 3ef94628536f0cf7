package dev.parley.query.moderation;

import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.moderation.CaseQuery.ListCases;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers which cases there are. Those that wait are all looked at, for how urgent they are changes with every day and
 * every decision; but no more of them are kept than a page and a chunk.
 */
@Component
class CaseListQueryHandler {
    private final StoredCases cases;
    private final DecidedWalk decided;
    private final Summaries summaries;
    private final Clock clock;

    CaseListQueryHandler(StoredCases cases, DecidedWalk decided, Summaries summaries, Clock clock) {
        this.cases = cases;
        this.decided = decided;
        this.summaries = summaries;
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<Page<CaseSummaryView>> handle(ListCases query) {
        ReadRefused.unlessModerates(query.viewer());
        return query.isByDay() ? byDay(query) : ranked(query);
    }

    private CompletableFuture<Page<CaseSummaryView>> byDay(ListCases query) {
        return decided.page(query)
                .thenCompose(page -> summaries.of(page.items()).thenApply(views -> new Page<>(views, page.next())));
    }

    private CompletableFuture<Page<CaseSummaryView>> ranked(ListCases query) {
        Flux<List<StoredCase>> all = query.reported().map(cases::about).orElseGet(cases::pending);
        Ranking ranking = new Ranking(query, clock.instant());
        return all.map(chunk -> chunk.stream().filter(query::isFor).toList())
                .concatMap(
                        chunk -> Mono.fromFuture(() -> summaries.accuracies(chunk))
                                .doOnNext(accuracies -> ranking.add(chunk, accuracies)),
                        1)
                .then(Mono.fromFuture(
                        () -> summaries.of(ranking.cases()).thenApply(views -> new Page<>(views, ranking.next()))))
                .toFuture();
    }
}
