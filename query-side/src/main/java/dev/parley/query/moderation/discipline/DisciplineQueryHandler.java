package dev.parley.query.moderation.discipline;

import dev.parley.kernel.member.ActionId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.moderation.appeal.Appeals;
import dev.parley.query.moderation.discipline.Discipline.Action;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListActions;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListSanctions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what was done about people: to themselves, and to moderators. */
@Component
class DisciplineQueryHandler {
    private final Disciplines disciplines;
    private final Appeals appeals;
    private final Names names;
    private final Clock clock;

    DisciplineQueryHandler(Disciplines disciplines, Appeals appeals, Names names, Clock clock) {
        this.disciplines = disciplines;
        this.appeals = appeals;
        this.names = names;
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<Page<SanctionView>> handle(ListSanctions query) {
        return disciplines
                .of(query.viewer().id())
                .thenCompose(discipline -> appeals.states(
                                discipline.actions().stream().map(Action::id).toList())
                        .thenApply(states -> new Page<>(sanctions(discipline, states), null)));
    }

    @QueryHandler
    CompletableFuture<Page<ActionView>> handle(ListActions query) {
        ReadRefused.unlessModerates(query.viewer(), query.person());
        return disciplines
                .of(query.person())
                .thenCompose(discipline -> names.people(discipline.people())
                        .thenApply(people -> new Page<>(ActionView.of(discipline, people, clock.instant()), null)));
    }

    private List<SanctionView> sanctions(Discipline discipline, Map<ActionId, String> appealed) {
        return discipline.actions().stream()
                .map(action -> SanctionView.of(action, appealed.get(action.id()), clock.instant()))
                .toList();
    }
}
