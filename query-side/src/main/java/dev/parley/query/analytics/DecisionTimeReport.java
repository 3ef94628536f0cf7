package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.moderation.CaseKind;
import dev.parley.query.Days;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadyReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How long reported people and their reporters wait. */
@Component
@Order(6)
class DecisionTimeReport implements ReadyReport {
    private final ReadModel times;

    DecisionTimeReport(ReadModels readModels) {
        this.times = readModels.of(CaseFlowDocument.TIMES);
    }

    @Override
    public String name() {
        return "time-to-decision";
    }

    @Override
    public String description() {
        return "How long it took from the first report of a case to its decision, by the day of the decision and the kind"
                + " of the case, where there was one.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", Type.DAY, "Of the decision, in UTC."),
                new Column("kind", Type.LABEL, "play, conduct or other."),
                new Column("decided", Type.COUNT, "Cases."),
                new Column("p50_seconds", Type.SECONDS, "Half of them took no longer."),
                new Column("p90_seconds", Type.SECONDS, "Nine of ten took no longer."));
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        List<String> ids = days.each()
                .flatMap(day -> kinds().map(kind -> CaseFlowDocument.times(day, kind)))
                .toList();
        return Flux.from(times.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectMap((Document found) -> found.getString("_id"), DecisionTimeReport::seconds)
                .map(found -> days.each()
                        .flatMap(day -> kinds().flatMap(kind -> row(day, kind, found)))
                        .toList())
                .toFuture();
    }

    /** In ascending order. */
    private static List<Long> seconds(Document stored) {
        return stored.get(CaseFlowDocument.SECONDS, Document.class).values().stream()
                .map(Long.class::cast)
                .sorted()
                .toList();
    }

    private static Stream<List<Object>> row(LocalDate day, CaseKind kind, Map<String, List<Long>> found) {
        List<Long> sorted = found.getOrDefault(CaseFlowDocument.times(day, kind), List.of());
        return sorted.isEmpty()
                ? Stream.empty()
                : Stream.of(List.of(
                        day.toString(),
                        kind.label(),
                        (long) sorted.size(),
                        percentile(sorted, 50),
                        percentile(sorted, 90)));
    }

    /** The smallest that so many of a hundred do not exceed. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }

    private static Stream<CaseKind> kinds() {
        return Arrays.stream(CaseKind.values());
    }
}
