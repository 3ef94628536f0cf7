package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers one page of the feed, backwards day by day, until it is full or the oldest day is done. A read takes as many
 * days as come to {@value #DOCUMENTS} documents: with 400 people it is two, so that a page costs 15 reads at most.
 * Posts of the forum cost two more wherever there are any: which of them are gone, and what their topics are called.
 */
final class FeedWalk {
    private static final int DOCUMENTS = 1_000;
    private static final int SPARE = 64;

    private final List<UserId> people;
    private final Set<UserId> without;
    private final FeedCursor cursor;
    private final LocalDate oldest;
    private final int enough;
    private final int daysAtOnce;
    private final List<ActivityEntry> found = new ArrayList<>();
    private LocalDate next;

    FeedWalk(ReadFeed query, LocalDate today) {
        this.people = query.follows().stream()
                .filter(person -> !query.without().contains(person))
                .toList();
        this.without = query.without();
        this.cursor = FeedCursor.parse(query.cursor());
        this.oldest = today.minusDays(ReadFeed.DAYS - 1L);
        this.enough = query.limit() + 1;
        this.daysAtOnce = Math.clamp(DOCUMENTS / Math.max(1, people.size()), 1, ReadFeed.DAYS);
        this.next = cursor.day().isBefore(today) ? cursor.day() : today;
    }

    /** The page's entries, and one more if there are more. */
    CompletableFuture<List<ActivityEntry>> through(StoredActivities stored) {
        if (people.isEmpty() || found.size() >= enough || next.isBefore(oldest)) {
            return CompletableFuture.completedFuture(found);
        }
        List<LocalDate> days = next.minusDays(daysAtOnce - 1L)
                .datesUntil(next.plusDays(1))
                .filter(day -> !day.isBefore(oldest))
                .toList();
        next = next.minusDays(daysAtOnce);
        return stored.entries(people, days)
                .thenCompose(entries ->
                        take(entries.stream().filter(cursor::precedes).toList(), stored))
                .thenCompose(done -> through(stored));
    }

    /** Looks at a few more of these than are missing, and further if too many of them cannot be seen any more. */
    private CompletableFuture<Void> take(List<ActivityEntry> entries, StoredActivities stored) {
        int missing = enough - found.size();
        int count = Math.min(entries.size(), missing + SPARE);
        if (missing == 0 || count == 0) {
            return CompletableFuture.completedFuture(null);
        }
        return stored.shown(entries.subList(0, count), without).thenCompose(shown -> {
            shown.stream().limit(missing).forEach(found::add);
            return take(entries.subList(count, entries.size()), stored);
        });
    }
}
