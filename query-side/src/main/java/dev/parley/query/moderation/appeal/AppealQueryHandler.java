package dev.parley.query.moderation.appeal;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.Standings;
import dev.parley.query.moderation.appeal.AppealQuery.ListAppeals;
import dev.parley.query.moderation.appeal.AppealQuery.ListMyAppeals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about appeals. A person's own are found by the numbers of what was done about them. */
@Component
class AppealQueryHandler {
    private static final int MOST_OF_PERSON = 200;

    private final Appeals appeals;
    private final Standings standings;
    private final Names names;

    AppealQueryHandler(Appeals appeals, Standings standings, Names names) {
        this.appeals = appeals;
        this.standings = standings;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<AppealView>> handle(ListMyAppeals query) {
        UserId person = query.viewer().id();
        return standings
                .standing(person)
                .thenCompose(standing -> appeals.against(actions(person, standing.actions())))
                .thenCompose(found -> views(
                        found.stream()
                                .sorted(Comparator.comparing(StoredAppeal::position)
                                        .reversed())
                                .toList(),
                        false))
                .thenApply(views -> new Page<>(views, null));
    }

    @QueryHandler
    CompletableFuture<Page<AppealView>> handle(ListAppeals query) {
        ReadRefused.unlessModerates(query.viewer());
        return appeals.find(query).thenCompose(found -> {
            boolean more = found.size() > query.limit();
            List<StoredAppeal> page = more ? found.subList(0, query.limit()) : found;
            String next = more ? Long.toString(page.getLast().position()) : null;
            return views(page, true).thenApply(views -> new Page<>(views, next));
        });
    }

    private static List<ActionId> actions(UserId person, long last) {
        return LongStream.rangeClosed(Math.max(1, last - MOST_OF_PERSON + 1), last)
                .mapToObj(number -> new ActionId(person, number))
                .toList();
    }

    private CompletableFuture<List<AppealView>> views(List<StoredAppeal> found, boolean moderator) {
        Set<UserId> people = found.stream().flatMap(StoredAppeal::people).collect(Collectors.toUnmodifiableSet());
        return names.people(people).thenApply(named -> views(found, named, moderator));
    }

    private static List<AppealView> views(List<StoredAppeal> found, Map<UserId, PersonView> named, boolean moderator) {
        return found.stream()
                .map(appeal -> AppealView.of(appeal, named, moderator))
                .toList();
    }
}
