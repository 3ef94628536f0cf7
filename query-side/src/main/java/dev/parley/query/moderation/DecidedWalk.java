package dev.parley.query.moderation;

import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.Page;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.StoredCases.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Walks through decided cases, back from day to day: at most {@value #MOST_DAYS} days at once. */
@Component
class DecidedWalk {
    static final int MOST_DAYS = 90;

    private final StoredCases cases;

    DecidedWalk(StoredCases cases) {
        this.cases = cases;
    }

    /** A decided case on its day. */
    private record Step(String day, Decided decided) {
        DayCursor cursor() {
            return new DayCursor(day, decided.position());
        }
    }

    /** @param end where the days go on that were not walked, if any are left */
    private record Walked(List<Step> steps, Optional<DayCursor> end) {}

    /** Those that the query is for, the latest decision first: maybe fewer than there are to come. */
    CompletableFuture<Page<StoredCase>> page(ListCases query) {
        DayCursor from = DayCursor.parse(query.cursor());
        return walk(from, query.limit() + 1, decided -> decided.status() == query.status())
                .thenCompose(walked -> page(query, walked));
    }

    /** The latest of them all. */
    CompletableFuture<List<StoredCase>> latest(int limit) {
        return walk(DayCursor.parse(""), limit, decided -> true)
                .thenCompose(walked -> cases.find(walked.steps().stream()
                        .map(step -> step.decided().caseId())
                        .toList()));
    }

    private CompletableFuture<Page<StoredCase>> page(ListCases query, Walked walked) {
        boolean more = walked.steps().size() > query.limit();
        List<Step> page = more ? walked.steps().subList(0, query.limit()) : walked.steps();
        Optional<DayCursor> end = more ? Optional.of(page.getLast().cursor()) : walked.end();
        String next = end.map(DayCursor::toString).orElse(null);
        List<CaseId> ids = page.stream().map(step -> step.decided().caseId()).toList();
        return cases.find(ids).thenApply(found -> new Page<>(inOrder(ids, found, query::isFor), next));
    }

    private static List<StoredCase> inOrder(List<CaseId> ids, List<StoredCase> found, Predicate<StoredCase> wanted) {
        Map<CaseId, StoredCase> byId = found.stream().collect(Collectors.toMap(StoredCase::id, Function.identity()));
        return ids.stream()
                .filter(byId::containsKey)
                .map(byId::get)
                .filter(wanted)
                .toList();
    }

    private CompletableFuture<Walked> walk(DayCursor from, int limit, Predicate<Decided> wanted) {
        return cases.daysOfDecisions().thenCompose(all -> {
            List<String> days = all.stream().filter(from::precedes).toList();
            List<String> walked = days.subList(0, Math.min(MOST_DAYS, days.size()));
            Optional<DayCursor> end =
                    days.size() > MOST_DAYS ? Optional.of(DayCursor.endOf(walked.getLast())) : Optional.empty();
            return walk(walked, from, limit, wanted, new ArrayList<>()).thenApply(steps -> new Walked(steps, end));
        });
    }

    private CompletableFuture<List<Step>> walk(
            List<String> days, DayCursor from, int limit, Predicate<Decided> wanted, List<Step> steps) {
        if (days.isEmpty() || steps.size() >= limit) {
            return CompletableFuture.completedFuture(steps);
        }
        String day = days.getFirst();
        return cases.decidedOn(day).thenCompose(decided -> {
            decided.stream()
                    .filter(one -> from.precedes(day, one) && wanted.test(one))
                    .limit(limit - steps.size())
                    .forEach(one -> steps.add(new Step(day, one)));
            return walk(days.subList(1, days.size()), from, limit, wanted, steps);
        });
    }
}
