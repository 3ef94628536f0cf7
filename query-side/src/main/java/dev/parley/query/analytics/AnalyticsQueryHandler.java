package dev.parley.query.analytics;

import dev.parley.kernel.Rejection;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.ReadyReport;
import dev.parley.query.analytics.AnalyticsQuery.FindReadyReport;
import dev.parley.query.analytics.AnalyticsQuery.ListReadyReports;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers analysts from the reports that there are, in the order of theirs. */
@Component
class AnalyticsQueryHandler {
    private final List<ReadyReport> reports;

    AnalyticsQueryHandler(List<ReadyReport> reports) {
        this.reports = List.copyOf(reports);
    }

    @QueryHandler
    Page<DescribedReportView> handle(ListReadyReports query) {
        ReadRefused.unlessAnalyses(query.viewer());
        return new Page<>(reports.stream().map(DescribedReportView::of).toList(), null);
    }

    @QueryHandler
    CompletableFuture<ReadyReportView> handle(FindReadyReport query) {
        ReadRefused.unlessAnalyses(query.viewer());
        ReadyReport report = reports.stream()
                .filter(one -> one.name().equals(query.name()))
                .findFirst()
                .orElseThrow(() -> new ReadRefused(Rejection.UNKNOWN_REPORT, "There is no report with this name."));
        return report.rows(query.days()).thenApply(rows -> ReadyReportView.of(report, query.days(), rows));
    }
}
