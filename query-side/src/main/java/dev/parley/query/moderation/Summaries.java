package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.CaseScore.Accuracy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows cases as lists of them do. */
@Component
class Summaries {
    private static final double HUNDREDTHS = 100;

    private final Reporters reporters;
    private final Names names;
    private final Clock clock;

    Summaries(Reporters reporters, Names names, Clock clock) {
        this.reporters = reporters;
        this.names = names;
        this.clock = clock;
    }

    /** How accurate those are who report in these. */
    CompletableFuture<Map<UserId, Accuracy>> accuracies(List<StoredCase> cases) {
        return reporters.accuracies(
                cases.stream().flatMap(one -> one.reporters().stream()).collect(Collectors.toSet()));
    }

    CompletableFuture<List<CaseSummaryView>> of(List<StoredCase> cases) {
        Instant now = clock.instant();
        Set<UserId> people = new HashSet<>();
        cases.forEach(one -> {
            people.add(one.reported());
            one.heldAt(now).ifPresent(holder -> people.add(holder.moderator()));
        });
        return accuracies(cases)
                .thenCombine(
                        names.people(people),
                        (accuracies, named) -> cases.stream()
                                .map(one -> summary(one, CaseScore.of(one, accuracies, now), named, now))
                                .toList());
    }

    private static CaseSummaryView summary(StoredCase one, double score, Map<UserId, PersonView> named, Instant now) {
        return new CaseSummaryView(
                one.id().toString(),
                named.get(one.reported()),
                one.id().file().kind(),
                one.types().stream().sorted().toList(),
                one.reports().size(),
                one.openedAt(),
                one.status(),
                Math.round(score * HUNDREDTHS) / HUNDREDTHS,
                one.heldAt(now)
                        .map(holder ->
                                HolderView.of(named.get(holder.moderator()), holder.fence(), holder.until(), now))
                        .orElse(null));
    }
}
