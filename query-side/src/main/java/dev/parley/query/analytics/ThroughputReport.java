package dev.parley.query.analytics;

import dev.parley.kernel.moderation.CaseKind;
import dev.parley.query.Days;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadyReport;
import dev.parley.query.analytics.CaseFlowDocument.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What comes into the queue of moderators and leaves it. */
@Component
@Order(5)
class ThroughputReport implements ReadyReport {
    private final ReadModel counts;

    ThroughputReport(ReadModels readModels) {
        this.counts = readModels.of(CaseFlowDocument.COUNTS);
    }

    @Override
    public String name() {
        return "report-throughput";
    }

    @Override
    public String description() {
        return "Reports that were filed and cases that were decided each day, by the kind of the case.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", Type.DAY, "In UTC."),
                new Column("kind", Type.LABEL, "play, conduct or other."),
                new Column("filed", Type.COUNT, "Reports; additions to one do not count."),
                new Column("opened", Type.COUNT, "Cases that these began."),
                new Column("action", Type.COUNT, "Cases that ended with an action."),
                new Column("reviewed", Type.COUNT, "Cases in which something was wrong and nothing was done."),
                new Column("dismissed", Type.COUNT, "Cases in which nothing was wrong."));
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        List<String> ids = days.each()
                .flatMap(day -> kinds().flatMap(kind -> steps().map(step -> CaseFlowDocument.count(day, kind, step))))
                .toList();
        return Counts.of(counts, ids)
                .thenApply(found -> days.each()
                        .flatMap(day -> kinds().map(kind -> row(day, kind, found)))
                        .toList());
    }

    private static List<Object> row(LocalDate day, CaseKind kind, Map<String, Long> found) {
        return Stream.concat(
                        Stream.<Object>of(day.toString(), kind.label()),
                        steps().map(step -> found.getOrDefault(CaseFlowDocument.count(day, kind, step), 0L)))
                .toList();
    }

    private static Stream<CaseKind> kinds() {
        return Arrays.stream(CaseKind.values());
    }

    private static Stream<Step> steps() {
        return Arrays.stream(Step.values());
    }
}
