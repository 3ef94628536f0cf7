package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Days;
import dev.parley.query.ReadyReport;
import dev.parley.query.moderation.CaseScore.Accuracy;
import dev.parley.query.moderation.StoredCase.Report;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How often people's reports led to something, from the cases that were decided: of {@value #MOST} reporters at most. */
@Component
@Order(7)
class ReporterAccuracyReport implements ReadyReport {
    private static final int MOST = 10_000;

    private final StoredCases cases;

    ReporterAccuracyReport(StoredCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "reporter-accuracy";
    }

    @Override
    public String description() {
        return "What became of the cases in which somebody had reported, of those that were decided in these days: for the "
                + String.format(Locale.ROOT, "%,d", MOST) + " who had reported in most. The server itself is system.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("reporter", Type.PERSON, "Who had reported."),
                new Column("decided", Type.COUNT, "Cases in which they had."),
                new Column("upheld", Type.COUNT, "Those that ended with an action."),
                new Column("accuracy", Type.SHARE, "Upheld of decided."));
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        return cases.decidedOn(days.each().map(LocalDate::toString).toList())
                .flatMapIterable(chunk -> chunk)
                .collect(HashMap<UserId, Accuracy>::new, ReporterAccuracyReport::count)
                .map(ReporterAccuracyReport::rows)
                .toFuture();
    }

    private static void count(Map<UserId, Accuracy> accuracies, StoredCase decided) {
        var end = new Accuracy(1, decided.status() == CaseStatus.ACTION ? 1 : 0);
        decided.reports().stream()
                .map(Report::reporter)
                .distinct()
                .forEach(reporter -> accuracies.merge(reporter, end, Accuracy::plus));
    }

    private static List<List<Object>> rows(Map<UserId, Accuracy> accuracies) {
        return accuracies.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<UserId, Accuracy> one) ->
                                -one.getValue().decided())
                        .thenComparing(one -> one.getKey().value()))
                .limit(MOST)
                .map(one -> row(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<Object> row(UserId reporter, Accuracy accuracy) {
        return List.of(
                reporter.value(),
                accuracy.decided(),
                accuracy.upheld(),
                (double) accuracy.upheld() / accuracy.decided());
    }
}
