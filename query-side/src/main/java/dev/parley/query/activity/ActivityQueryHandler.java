package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.activity.ActivityDayView.EntryView;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what one person did: their days in one read, and what was on those in another. */
@Component
class ActivityQueryHandler {
    private final StoredActivities activities;
    private final FollowLists follows;
    private final BlockLists blocks;
    private final Names names;

    ActivityQueryHandler(StoredActivities activities, FollowLists follows, BlockLists blocks, Names names) {
        this.activities = activities;
        this.follows = follows;
        this.blocks = blocks;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<ActivityDayView>> handle(ListActivity query) {
        return activities.days(query.person()).thenCompose(all -> {
            List<LocalDate> days = all.stream()
                    .filter(day -> query.before().isEmpty() || day.toString().compareTo(query.before()) < 0)
                    .limit(query.limit() + 1L)
                    .toList();
            boolean more = days.size() > query.limit();
            List<LocalDate> kept = more ? days.subList(0, query.limit()) : days;
            return shown(query, kept)
                    .thenApply(views -> new Page<>(views, more ? kept.getLast().toString() : null));
        });
    }

    private CompletableFuture<List<ActivityDayView>> shown(ListActivity query, List<LocalDate> days) {
        UserId person = query.person();
        return activities
                .entries(Set.of(person), days)
                .thenCombine(
                        follows.followedBy(person),
                        (entries, followed) -> entries.stream()
                                .filter(entry -> stillHolds(entry, followed) && isWithout(entry, query.without()))
                                .toList())
                .thenCombine(
                        blocks.blockedBy(person),
                        (entries, blocked) -> entries.stream()
                                .filter(entry -> isWithout(entry, blocked))
                                .toList())
                .thenCompose(activities::shown)
                .thenCompose(this::named);
    }

    /** A follow that ended and began again is another one. */
    private static boolean stillHolds(ActivityEntry entry, Map<UserId, Instant> followed) {
        return entry.followed().stream().allMatch(user -> entry.at().equals(followed.get(user)));
    }

    private static boolean isWithout(ActivityEntry entry, Set<UserId> people) {
        return entry.followed().stream().noneMatch(people::contains);
    }

    private CompletableFuture<List<ActivityDayView>> named(List<ActivityEntry> entries) {
        Set<UserId> people =
                entries.stream().flatMap(entry -> entry.followed().stream()).collect(Collectors.toUnmodifiableSet());
        return names.people(people).thenApply(named -> byDay(entries, named));
    }

    private static List<ActivityDayView> byDay(List<ActivityEntry> entries, Map<UserId, PersonView> named) {
        Map<LocalDate, List<EntryView>> days = entries.stream()
                .collect(Collectors.groupingBy(
                        ActivityEntry::day,
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> view(entry, named), Collectors.toList())));
        return days.entrySet().stream()
                .map(day -> new ActivityDayView(day.getKey().toString(), day.getValue()))
                .toList();
    }

    private static EntryView view(ActivityEntry entry, Map<UserId, PersonView> named) {
        return entry.followed().stream()
                .findFirst()
                .map(user -> new EntryView(entry.kind(), null, null, named.get(user), entry.at()))
                .orElseGet(() -> new EntryView(entry.kind(), entry.title(), entry.url(), null, entry.at()));
    }
}
