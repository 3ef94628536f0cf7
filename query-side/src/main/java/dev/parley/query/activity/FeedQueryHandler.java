package dev.parley.query.activity;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.query.KidModes;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what the people whom somebody follows wrote in the forum and did elsewhere on the site. */
@Component
class FeedQueryHandler {
    private final StoredActivities activities;
    private final KidModes kidModes;
    private final Names names;
    private final Clock clock;

    FeedQueryHandler(StoredActivities activities, KidModes kidModes, Names names, Clock clock) {
        this.activities = activities;
        this.kidModes = kidModes;
        this.names = names;
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<Page<FeedItemView>> handle(ReadFeed query) {
        return kidModes.isKid(query.viewer()).thenCompose(kid -> {
            if (kid) {
                throw new ReadRefused(Rejection.KID_MODE, "In kid mode there is no feed.");
            }
            return new FeedWalk(query, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .through(activities)
                    .thenCompose(found -> page(found, query.limit()));
        });
    }

    private CompletableFuture<Page<FeedItemView>> page(List<ActivityEntry> found, int limit) {
        boolean more = found.size() > limit;
        List<ActivityEntry> kept = more ? found.subList(0, limit) : found;
        Set<UserId> people = kept.stream().map(ActivityEntry::person).collect(Collectors.toUnmodifiableSet());
        return names.people(people)
                .thenApply(named -> new Page<>(
                        kept.stream()
                                .map(entry -> new FeedItemView(
                                        named.get(entry.person()),
                                        entry.kind(),
                                        entry.title(),
                                        entry.url(),
                                        entry.at()))
                                .toList(),
                        more ? cursor(kept.getLast()) : null));
    }

    private static String cursor(ActivityEntry last) {
        return new FeedCursor(last.day(), last.position()).toString();
    }
}
