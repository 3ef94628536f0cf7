package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.in;

import dev.parley.query.Days;
import dev.parley.query.Latest;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadyReport;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How often moderators agree with what others of them did. */
@Component
@Order(8)
class AgreementReport implements ReadyReport {
    private final ReadModel second;

    AgreementReport(ReadModels readModels) {
        this.second = readModels.of(AgreementDocument.SECOND);
    }

    /** What another moderator said of an action. */
    private record Judgement(String moderator, boolean agrees) {
        static Judgement of(Document stored) {
            return new Judgement(stored.getString(AgreementDocument.BY), stored.getBoolean(AgreementDocument.AGREES));
        }
    }

    @Override
    public String name() {
        return "moderator-agreement";
    }

    @Override
    public String description() {
        return "What became of moderators' actions that others of them looked at again in these days: answered an appeal"
                + " against, or lifted.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("moderator", Type.PERSON, "Who had acted."),
                new Column("reviewed", Type.COUNT, "Actions that another moderator decided about."),
                new Column("upheld", Type.COUNT, "Those of which the appeal was rejected."),
                new Column("overturned", Type.COUNT, "Those that were lifted, or of which the appeal was granted."),
                new Column("agreement", Type.SHARE, "Upheld of reviewed."));
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        List<String> ids = days.each().map(LocalDate::toString).toList();
        return Flux.from(second.find(in("_id", ids)).batchSize(ids.size() + 1))
                .flatMapIterable(day -> judgements(day).toList())
                .collect(Collectors.groupingBy(Judgement::moderator))
                .map(found -> found.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, List<Judgement>> one) ->
                                        -one.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList())
                .toFuture();
    }

    private static Stream<Judgement> judgements(Document day) {
        Document decisions = day.get(AgreementDocument.DECISIONS, Document.class);
        return decisions.keySet().stream()
                .flatMap(action -> Latest.read(decisions, action, Document.class).stream())
                .map(Judgement::of);
    }

    private static List<Object> row(String moderator, List<Judgement> judgements) {
        long reviewed = judgements.size();
        long upheld = judgements.stream().filter(Judgement::agrees).count();
        return List.of(moderator, reviewed, upheld, reviewed - upheld, (double) upheld / reviewed);
    }
}
