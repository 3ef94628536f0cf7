package dev.parley.query.activity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.TopicTitles;
import dev.parley.query.activity.ActivityEntry.PostPlace;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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

    private final ReadModel stored;
    private final TopicTitles titles;

    StoredActivities(ReadModels readModels, TopicTitles titles) {
        this.titles = titles;
        this.stored = readModels.of(ActivityDocument.COLLECTION);
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

    /**
     * Those of these that can still be seen, posts with the titles of their topics: no post that is gone, none of a
     * topic that is. Two reads if there is any post, else none.
     *
     * @param without posts in topics of these people are left out
     */
    CompletableFuture<List<ActivityEntry>> shown(List<ActivityEntry> entries, Set<UserId> without) {
        Set<TopicId> topics = entries.stream()
                .flatMap(entry -> entry.posts().stream())
                .map(PostPlace::topic)
                .collect(Collectors.toUnmodifiableSet());
        if (topics.isEmpty()) {
            return CompletableFuture.completedFuture(entries);
        }
        return gone(topics)
                .thenCombine(
                        titles(topics, without),
                        (gone, called) -> entries.stream()
                                .flatMap(entry -> shown(entry, gone, called))
                                .toList());
    }

    private static Stream<ActivityEntry> shown(ActivityEntry entry, Set<PostPlace> gone, Map<TopicId, String> called) {
        return entry.posts().isEmpty()
                ? Stream.of(entry)
                : entry.posts().stream()
                        .filter(post -> !gone.contains(post) && called.containsKey(post.topic()))
                        .map(post -> entry.called(called.get(post.topic())));
    }

    private CompletableFuture<Map<TopicId, String>> titles(Set<TopicId> topics, Set<UserId> without) {
        return titles.titles(topics)
                .thenApply(found -> found.entrySet().stream()
                        .filter(topic -> !without.contains(topic.getValue().author()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, topic -> topic.getValue().title())));
    }

    private CompletableFuture<Set<PostPlace>> gone(Set<TopicId> topics) {
        List<String> ids = topics.stream().map(TopicId::value).toList();
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .flatMapIterable(StoredActivities::gone)
                .collect(Collectors.toUnmodifiableSet())
                .toFuture();
    }

    private static List<PostPlace> gone(Document topic) {
        var id = new TopicId(topic.getString("_id"));
        return topic.getList(ActivityDocument.GONE, Long.class, List.of()).stream()
                .map(number -> new PostPlace(id, number))
                .toList();
    }

    private static Stream<String> ids(UserId person, Collection<LocalDate> days) {
        return days.stream().map(day -> ActivityDocument.id(person, day));
    }
}
