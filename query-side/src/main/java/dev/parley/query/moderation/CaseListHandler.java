package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseScore.Accuracy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which cases there are: those that wait are read all, and ranked. */
@Component
class CaseListHandler {
    private static final double MILLIONTHS = 1_000_000;

    private final StoredCases cases;
    private final DecidedWalk decided;
    private final Summaries summaries;
    private final Clock clock;

    CaseListHandler(StoredCases cases, DecidedWalk decided, Summaries summaries, Clock clock) {
        this.cases = cases;
        this.decided = decided;
        this.summaries = summaries;
        this.clock = clock;
    }

    /** @param cursor that comes after it */
    private record Ranked(StoredCase found, RankCursor cursor) {}

    @QueryHandler
    CompletableFuture<Page<CaseSummaryView>> handle(ListCases query) {
        Summaries.requireModerator(query.viewer());
        return query.isByDay() ? byDay(query) : ranked(query);
    }

    private CompletableFuture<Page<CaseSummaryView>> byDay(ListCases query) {
        return decided.page(query)
                .thenCompose(page -> summaries.of(page.items()).thenApply(views -> new Page<>(views, page.next())));
    }

    private CompletableFuture<Page<CaseSummaryView>> ranked(ListCases query) {
        CompletableFuture<List<StoredCase>> all =
                query.reported().map(cases::about).orElseGet(cases::pending);
        return all.thenApply(found -> found.stream().filter(query::isFor).toList())
                .thenCompose(found -> summaries
                        .accuracies(found)
                        .thenCompose(accuracies -> page(query, rank(query, found, accuracies))));
    }

    /** All that come after the cursor, in their order. */
    private List<Ranked> rank(ListCases query, List<StoredCase> found, Map<UserId, Accuracy> accuracies) {
        RankCursor after = RankCursor.parse(query.cursor());
        Instant asOf = after.asOf(clock.instant());
        List<Ranked> ranked = new ArrayList<>();
        for (StoredCase one : found) {
            long rank = switch (query.sort()) {
                case SCORE -> -Math.round(CaseScore.of(one, accuracies, asOf) * MILLIONTHS);
                case AGE -> one.openedAt().toEpochMilli();
            };
            if (after.precedes(rank, one.id())) {
                ranked.add(new Ranked(
                        one, new RankCursor(asOf.toEpochMilli(), rank, one.id().toString())));
            }
        }
        ranked.sort(Comparator.comparing((Ranked one) -> one.cursor().rank())
                .thenComparing(one -> one.cursor().caseId()));
        return ranked;
    }

    private CompletableFuture<Page<CaseSummaryView>> page(ListCases query, List<Ranked> ranked) {
        List<Ranked> page = ranked.subList(0, Math.min(query.limit(), ranked.size()));
        String next = ranked.size() > page.size() ? page.getLast().cursor().toString() : null;
        return summaries.of(page.stream().map(Ranked::found).toList()).thenApply(views -> new Page<>(views, next));
    }
}
