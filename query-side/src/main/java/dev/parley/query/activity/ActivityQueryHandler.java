package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.KidModes;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.activity.ActivityDayView.EntryView;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what one person did: what was reported and what they wrote in the forum from the read model, and whom they
 * follow from the list of that.
 */
@Component
class ActivityQueryHandler {
    private final StoredActivities activities;
    private final FollowLists follows;
    private final BlockLists blocks;
    private final KidModes kidModes;
    private final Names names;

    ActivityQueryHandler(
            StoredActivities activities, FollowLists follows, BlockLists blocks, KidModes kidModes, Names names) {
        this.kidModes = kidModes;
        this.activities = activities;
        this.follows = follows;
        this.blocks = blocks;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<ActivityDayView>> handle(ListActivity query) {
        return activities
                .days(query.person())
                .thenCombine(follows(query), (reported, followed) -> page(query, reported, followed))
                .thenCompose(Function.identity());
    }

    /** Those that the one who asks may see. */
    private CompletableFuture<List<Follow>> follows(ListActivity query) {
        if (!query.showsFollows()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return follows.followedBy(query.person())
                .thenCombine(
                        blocks.blockedBy(query.person()),
                        (followed, blocked) -> followed.entrySet().stream()
                                .map(entry -> new Follow(entry.getKey(), entry.getValue()))
                                .filter(follow -> !blocked.contains(follow.other())
                                        && !query.without().contains(follow.other()))
                                .toList());
    }

    private CompletableFuture<Page<ActivityDayView>> page(
            ListActivity query, List<LocalDate> reported, List<Follow> followed) {
        List<LocalDate> days = Stream.concat(
                        reported.stream(), followed.stream().map(Follow::day))
                .distinct()
                .filter(day -> query.cursor().isEmpty() || day.toString().compareTo(query.cursor()) < 0)
                .sorted(Comparator.reverseOrder())
                .limit(query.limit() + 1L)
                .toList();
        boolean more = days.size() > query.limit();
        List<LocalDate> kept = more ? days.subList(0, query.limit()) : days;
        List<Follow> shown =
                followed.stream().filter(follow -> kept.contains(follow.day())).toList();
        return activities
                .entries(Set.of(query.person()), kept)
                .thenCompose(entries -> activities.shown(entries, query.without()))
                .thenCombine(
                        kidModes.isKid(query.viewer().id()),
                        (entries, kid) -> kid ? shownToKid(query, entries) : entries)
                .thenCombine(named(shown), (entries, named) -> byDay(kept, entries, shown, named))
                .thenApply(views -> new Page<>(views, more ? kept.getLast().toString() : null));
    }

    /** Forum and feed are closed to kids: of others they are not told what these are made of. */
    private static List<ActivityEntry> shownToKid(ListActivity query, List<ActivityEntry> entries) {
        return query.ofOneself()
                ? entries.stream().filter(entry -> entry.posts().isEmpty()).toList()
                : List.of();
    }

    private CompletableFuture<Map<UserId, PersonView>> named(List<Follow> follows) {
        return names.people(follows.stream().map(Follow::other).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<ActivityDayView> byDay(
            List<LocalDate> days, List<ActivityEntry> entries, List<Follow> follows, Map<UserId, PersonView> named) {
        Map<LocalDate, List<EntryView>> views =
                days.stream().collect(Collectors.toMap(day -> day, day -> new ArrayList<>()));
        entries.forEach(entry ->
                views.get(entry.day()).add(new EntryView(entry.kind(), entry.title(), entry.url(), null, entry.at())));
        follows.forEach(follow -> views.get(follow.day())
                .add(new EntryView(Follow.KIND, null, null, named.get(follow.other()), follow.since())));
        views.values()
                .forEach(day -> day.sort(Comparator.comparing(EntryView::at).reversed()));
        return days.stream()
                .map(day -> new ActivityDayView(day.toString(), views.get(day)))
                .toList();
    }
}
