package dev.parley.query.analytics;

import dev.parley.kernel.room.RoomType;
import dev.parley.query.Days;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadyReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages of each day. */
@Component
@Order(1)
class MessagesReport implements ReadyReport {
    private final ReadModel counts;

    MessagesReport(ReadModels readModels) {
        this.counts = readModels.of(MessageCountProjection.COUNTS);
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String description() {
        return "What was written each day: lines by the type of their room, direct messages and posts of the forum,"
                + " also those that were deleted since.";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(new Column("day", Type.DAY, "In UTC.")));
        kinds().forEach(kind -> columns.add(new Column(kind, Type.COUNT, "Written there on that day.")));
        return columns;
    }

    @Override
    public CompletableFuture<List<List<Object>>> rows(Days days) {
        List<String> ids = days.each()
                .flatMap(day -> kinds().map(kind -> MessageCountProjection.count(day, kind)))
                .toList();
        return Counts.of(counts, ids)
                .thenApply(found -> days.each().map(day -> row(day, found)).toList());
    }

    private static List<Object> row(LocalDate day, Map<String, Long> found) {
        return Stream.concat(
                        Stream.<Object>of(day.toString()),
                        kinds().map(kind -> found.getOrDefault(MessageCountProjection.count(day, kind), 0L)))
                .toList();
    }

    private static Stream<String> kinds() {
        return Stream.concat(
                Arrays.stream(RoomType.values()).map(RoomType::label),
                Stream.of(MessageCountProjection.DIRECT, MessageCountProjection.FORUM));
    }
}
