package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.moderation.CaseQuery.FindStatistics;
import dev.parley.query.moderation.StatisticsView.AgesView;
import dev.parley.query.moderation.StatisticsView.DecidedView;
import dev.parley.query.moderation.StatisticsView.ModeratorView;
import dev.parley.query.moderation.StatisticsView.PendingView;
import dev.parley.query.moderation.StoredCase.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how moderation gets on. */
@Component
class StatisticsQueryHandler {
    private static final int DECIDED = 1_000;

    private final StoredCases cases;
    private final DecidedWalk walk;
    private final Names names;
    private final Clock clock;

    StatisticsQueryHandler(StoredCases cases, DecidedWalk walk, Names names, Clock clock) {
        this.cases = cases;
        this.walk = walk;
        this.names = names;
        this.clock = clock;
    }

    /** What is counted of a case that is not decided. */
    private record Waiting(Set<ReportType> types, Instant openedAt) {
        static Waiting of(StoredCase pending) {
            return new Waiting(pending.types(), pending.openedAt());
        }
    }

    @QueryHandler
    CompletableFuture<StatisticsView> handle(FindStatistics query) {
        ReadRefused.unlessModerates(query.viewer());
        return cases.pending()
                .flatMapIterable(chunk -> chunk.stream().map(Waiting::of).toList())
                .collectList()
                .toFuture()
                .thenCombine(walk.latest(DECIDED).thenCompose(this::decided), this::view);
    }

    private StatisticsView view(List<Waiting> pending, DecidedView decided) {
        Map<String, Long> byType = pending.stream()
                .flatMap(one -> one.types().stream())
                .collect(Collectors.groupingBy(ReportType::label, Collectors.counting()));
        Instant now = clock.instant();
        long hour = younger(pending, now, Duration.ofHours(1));
        long day = younger(pending, now, Duration.ofDays(1));
        long week = younger(pending, now, Duration.ofDays(7));
        var ages = new AgesView(hour, day - hour, week - day, pending.size() - week);
        return new StatisticsView(new PendingView(pending.size(), byType, ages), decided);
    }

    private static long younger(List<Waiting> pending, Instant now, Duration age) {
        return pending.stream()
                .filter(one -> one.openedAt().isAfter(now.minus(age)))
                .count();
    }

    private CompletableFuture<DecidedView> decided(List<StoredCase> decided) {
        Map<UserId, List<Decision>> byModerator = decided.stream()
                .flatMap(one -> one.decision().stream())
                .collect(Collectors.groupingBy(Decision::moderator));
        return names.people(byModerator.keySet())
                .thenApply(named -> new DecidedView(
                        decided.size(),
                        median(decided),
                        byModerator.entrySet().stream()
                                .map(one -> moderator(named.get(one.getKey()), one.getValue()))
                                .sorted(Comparator.comparing(ModeratorView::total)
                                        .reversed())
                                .toList()));
    }

    private static ModeratorView moderator(PersonView moderator, List<Decision> decisions) {
        Map<CaseStatus, Long> ends = decisions.stream()
                .map(Decision::status)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new ModeratorView(
                moderator,
                decisions.size(),
                ends.getOrDefault(CaseStatus.ACTION, 0L),
                ends.getOrDefault(CaseStatus.REVIEWED, 0L),
                ends.getOrDefault(CaseStatus.DISMISSED, 0L));
    }

    /** The lower one of the two in the middle; {@code null} of none, as the view wants it. */
    private static Long median(List<StoredCase> decided) {
        List<Long> seconds = decided.stream()
                .flatMap(one -> one.decision().stream()
                        .map(decision ->
                                Duration.between(one.openedAt(), decision.at()).toSeconds()))
                .sorted()
                .toList();
        return seconds.isEmpty() ? null : seconds.get((seconds.size() - 1) / 2);
    }
}
