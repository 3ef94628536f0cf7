package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Ladder;
import dev.parley.kernel.moderation.Ladder.Step;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.moderation.Term;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.PresentSubject;
import dev.parley.query.ReadRefused;
import dev.parley.query.moderation.CaseQuery.FindCase;
import dev.parley.query.moderation.CaseView.DecisionView;
import dev.parley.query.moderation.CaseView.SuggestionView;
import dev.parley.query.moderation.discipline.ActionView;
import dev.parley.query.moderation.discipline.Discipline;
import dev.parley.query.moderation.discipline.Disciplines;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what one case is about. */
@Component
class CaseQueryHandler {
    private final StoredCases cases;
    private final Summaries summaries;
    private final Disciplines disciplines;
    private final Present present;
    private final Names names;
    private final Clock clock;

    CaseQueryHandler(
            StoredCases cases,
            Summaries summaries,
            Disciplines disciplines,
            Present present,
            Names names,
            Clock clock) {
        this.cases = cases;
        this.summaries = summaries;
        this.disciplines = disciplines;
        this.present = present;
        this.names = names;
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<CaseView> handle(FindCase query) { // null when unknown: the one null Axon asks for
        ReadRefused.unlessModerates(query.viewer(), query.caseId().file().reported());
        return cases.whole(query.caseId())
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : disciplines
                                .of(query.caseId().file().reported())
                                .thenCompose(discipline -> view(found.get(), discipline)));
    }

    private CompletableFuture<CaseView> view(StoredCase found, Discipline discipline) {
        Set<UserId> people = new HashSet<>(discipline.people());
        people.addAll(found.reporters());
        found.decision().ifPresent(decision -> people.add(decision.moderator()));
        CompletableFuture<Map<Subject, PresentSubject>> now = present.of(found);
        CompletableFuture<Map<UserId, PersonView>> named = names.people(people);
        return summaries
                .of(List.of(found))
                .thenCompose(summary -> now.thenCombine(
                        named, (subjects, who) -> view(summary.getFirst(), found, discipline, subjects, who)));
    }

    private CaseView view(
            CaseSummaryView summary,
            StoredCase found,
            Discipline discipline,
            Map<Subject, PresentSubject> now,
            Map<UserId, PersonView> named) {
        return new CaseView(
                summary,
                found.reports().stream()
                        .map(report -> Present.shown(found, report, named, now))
                        .toList(),
                decision(found, named),
                ActionView.of(discipline, named, clock.instant()),
                discipline.timeouts(),
                suggestion(Ladder.next(found.types(), discipline.history())));
    }

    /** {@code null} for none, as the view wants it. */
    private static DecisionView decision(StoredCase found, Map<UserId, PersonView> named) {
        return found.decision()
                .map(decision -> new DecisionView(
                        decision.status(),
                        named.get(decision.moderator()),
                        decision.reason(),
                        decision.at(),
                        decision.type().orElse(null),
                        decision.action().orElse(null)))
                .orElse(null);
    }

    private static SuggestionView suggestion(Step step) {
        return new SuggestionView(step.type(), step.duration().map(Term::value).orElse(null), step.because());
    }
}
