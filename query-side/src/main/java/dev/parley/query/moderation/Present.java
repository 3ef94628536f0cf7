package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.PersonView;
import dev.parley.query.PresentSubject;
import dev.parley.query.PresentSubjects;
import dev.parley.query.moderation.ReportView.EvidenceView;
import dev.parley.query.moderation.ReportView.StatementView;
import dev.parley.query.moderation.ReportView.SubjectView;
import dev.parley.query.moderation.ReportView.WasView;
import dev.parley.query.moderation.StoredCase.Report;
import dev.parley.query.moderation.StoredCase.Shown;
import dev.parley.query.moderation.StoredCase.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows what reports point at, as it was beside how it is. */
@Component
class Present {
    private final Map<Subject.Kind, PresentSubjects> kinds;

    Present(List<PresentSubjects> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(PresentSubjects::kind, Function.identity()));
    }

    /** How all is at present that the reports of a case point at, and that there is: one read for each. */
    CompletableFuture<Map<Subject, PresentSubject>> of(StoredCase found) {
        Map<Subject, CompletableFuture<Optional<PresentSubject>>> reads = new HashMap<>();
        found.reports().stream()
                .flatMap(report -> report.statements().stream())
                .flatMap(statement -> statement.evidence().stream())
                .map(Shown::subject)
                .filter(subject -> kinds.containsKey(subject.kind()))
                .forEach(subject -> reads.computeIfAbsent(
                        subject, wanted -> kinds.get(wanted.kind()).find(wanted.id())));
        return CompletableFuture.allOf(reads.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<Subject, PresentSubject> present = new HashMap<>();
                    reads.forEach((subject, read) -> read.join().ifPresent(now -> present.put(subject, now)));
                    return present;
                });
    }

    static ReportView shown(
            StoredCase found, Report report, Map<UserId, PersonView> named, Map<Subject, PresentSubject> now) {
        return new ReportView(
                CaseDocument.report(found.id(), report.number()),
                named.get(report.reporter()),
                report.type(),
                report.automated(),
                report.statements().stream()
                        .map(statement -> shown(statement, now))
                        .toList());
    }

    private static StatementView shown(Statement statement, Map<Subject, PresentSubject> now) {
        return new StatementView(
                statement.description(),
                statement.url().orElse(null),
                statement.evidence().map(shown -> evidence(shown, now)).orElse(null),
                statement.at());
    }

    private static EvidenceView evidence(Shown shown, Map<Subject, PresentSubject> now) {
        return new EvidenceView(
                new SubjectView(shown.subject().kind(), shown.subject().id()),
                new WasView(shown.content().orElse(null), shown.writtenAt().orElse(null)),
                now.get(shown.subject()));
    }
}
