package dev.parley.query.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Days;
import dev.parley.query.ReadyReport;
import dev.parley.query.ReadyReport.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A report.
 *
 * @param from the first day
 * @param to the first day that is too late
 * @param items its rows, with a field for each column, in their order
 */
public record ReadyReportView(
        @JsonProperty("name") String name,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("to") LocalDate to,
        @JsonProperty("columns") List<Column> columns,
        @JsonProperty("items") List<Map<String, Object>> items) {
    public ReadyReportView {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
    }

    static ReadyReportView of(ReadyReport report, Days days, List<List<Object>> rows) {
        List<Column> columns = report.columns();
        return new ReadyReportView(
                report.name(),
                days.from(),
                days.to(),
                columns,
                rows.stream().map(row -> item(columns, row)).toList());
    }

    private static Map<String, Object> item(List<Column> columns, List<Object> row) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            item.put(columns.get(index).name(), row.get(index));
        }
        return item;
    }

    /** The same with other names for people. */
    public ReadyReportView naming(Function<String, String> names) {
        List<String> people = columns.stream()
                .filter(column -> column.type() == ReadyReport.Type.PERSON)
                .map(Column::name)
                .toList();
        List<Map<String, Object>> named = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Map<String, Object> other = new LinkedHashMap<>(item);
            people.forEach(column -> other.computeIfPresent(column, (key, person) -> names.apply((String) person)));
            named.add(other);
        }
        return new ReadyReportView(name, from, to, columns, named);
    }
}
