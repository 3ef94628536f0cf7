package dev.parley.query.activity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.member.UserId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what people did, by person and day. */
@Component
class StoredActivities {
    private static final Comparator<ActivityEntry> LATEST_FIRST = Comparator.comparing(ActivityEntry::day)
            .thenComparing(ActivityEntry::position)
            .reversed();

    private final MongoCollection<Document> stored;

    StoredActivities(MongoDatabase readDatabase) {
        this.stored = readDatabase.getCollection(ActivityDocument.COLLECTION);
    }

    /** The days on which a person did anything, the latest first. */
    CompletableFuture<List<LocalDate>> days(UserId person) {
        return Mono.from(stored.find(eq(person.value())).first())
                .map(head -> head.getList(ActivityDocument.DAYS, String.class).stream()
                        .map(LocalDate::parse)
                        .sorted(Comparator.reverseOrder())
                        .toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    /** What these people did on these days, the latest first: one read. */
    CompletableFuture<List<ActivityEntry>> entries(Collection<UserId> people, Collection<LocalDate> days) {
        List<String> ids = people.stream().flatMap(person -> ids(person, days)).toList();
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectList()
                .map(found -> found.stream()
                        .flatMap(ActivityEntry::ofDay)
                        .sorted(LATEST_FIRST)
                        .toList())
                .toFuture();
    }

    private static Stream<String> ids(UserId person, Collection<LocalDate> days) {
        return days.stream().map(day -> ActivityDocument.id(person, day));
    }
}
