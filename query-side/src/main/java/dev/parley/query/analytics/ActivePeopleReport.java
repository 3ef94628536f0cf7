package dev.parley.query.analytics;

import dev.parley.query.Days;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadyReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How many people were active in each period. */
class ActivePeopleReport implements ReadyReport {
    private final Period period;
    private final ReadModel counts;

    ActivePeopleReport(Period period, ReadModels readModels) {
        this.period = period;
        this.counts = readModels.of(ActivePeopleProjection.COUNTS);
    }

    @Override
    public String name() {
        return "active-people" + period.suffix();
    }

    @Override
    public String description() {
        return "How many people did anything at all in each " + period.type().label()
                + ": wrote, reacted, followed, looked at a topic, changed a setting, moderated. Services do not count.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column(
                        period.type().label(),
                        period.type(),
                        "In UTC; whole ones, also where the days asked for end before."),
                new Column("people", Type.COUNT, "Each counted once."));
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        List<String> periods = days.each().map(period::of).distinct().toList();
        return Counts.of(counts, periods)
                .thenApply(found -> periods.stream()
                        .map(one -> List.<Object>of(one, found.getOrDefault(one, 0L)))
                        .toList());
    }
}
