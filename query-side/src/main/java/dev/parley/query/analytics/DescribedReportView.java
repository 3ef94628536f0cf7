package dev.parley.query.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.ReadyReport;
import dev.parley.query.ReadyReport.Column;
import java.util.List;

/** What a report tells. */
public record DescribedReportView(
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("columns") List<Column> columns) {
    public DescribedReportView {
        columns = List.copyOf(columns);
    }

    static DescribedReportView of(ReadyReport report) {
        return new DescribedReportView(report.name(), report.description(), report.columns());
    }
}
