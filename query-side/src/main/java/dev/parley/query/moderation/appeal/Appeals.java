package dev.parley.query.moderation.appeal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.moderation.appeal.AppealQuery.ListAppeals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads appeals: by the actions that they are against, or by how they stand, for which there is an index. */
@Component
public class Appeals {
    private final ReadModel stored;

    Appeals(ReadModels readModels) {
        this.stored = readModels.of(AppealDocument.COLLECTION);
    }

    /** How the appeals against these actions stand, as the API spells it: those that there are. One read. */
    public CompletableFuture<Map<ActionId, String>> states(Collection<ActionId> actions) {
        return against(actions)
                .thenApply(found -> found.stream()
                        .collect(Collectors.toMap(
                                appeal -> appeal.id().action(),
                                appeal -> appeal.status().label())));
    }

    /** Those against these actions, in no order: one read. */
    CompletableFuture<List<StoredAppeal>> against(Collection<ActionId> actions) {
        List<String> ids =
                actions.stream().map(action -> new AppealId(action).toString()).toList();
        return ids.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : Flux.from(stored.find(in("_id", ids)))
                        .map(StoredAppeal::of)
                        .collectList()
                        .toFuture();
    }

    /** Those that the query is for, the earliest first, and one more where there is; the viewer's own are left out. */
    CompletableFuture<List<StoredAppeal>> find(ListAppeals query) {
        return Flux.from(stored.find(and(
                                eq(
                                        AppealDocument.STATUS + ".value",
                                        query.status().label()),
                                gt(AppealDocument.POSITION, query.after()),
                                ne(AppealDocument.MEMBER, query.viewer().id().value())))
                        .sort(ascending(AppealDocument.POSITION))
                        .limit(query.limit() + 1))
                .map(StoredAppeal::of)
                .collectList()
                .toFuture();
    }
}
