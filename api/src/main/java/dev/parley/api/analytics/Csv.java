package dev.parley.api.analytics;

import dev.parley.query.ReadyReport.Column;
import dev.parley.query.analytics.ReadyReportView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as comma-separated values (RFC 4180), with a line of names first. Nothing in it has to be quoted: days, numbers,
 * pseudonyms and words of the API have neither commas nor quotes.
 */
final class Csv {
    private static final String END = "\r\n";

    private Csv() {}

    static String of(ReadyReportView report) {
        List<String> columns = report.columns().stream().map(Column::name).toList();
        Stream<String> rows =
                report.items().stream().map(row -> line(columns.stream().map(row::get)));
        return Stream.concat(Stream.of(line(columns.stream())), rows).collect(Collectors.joining());
    }

    private static String line(Stream<?> values) {
        return values.map(value -> Objects.toString(value, "")).collect(Collectors.joining(",", "", END));
    }
}
