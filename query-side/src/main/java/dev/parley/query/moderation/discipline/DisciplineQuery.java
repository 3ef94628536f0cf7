package dev.parley.query.moderation.discipline;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;

/** Everything that can be asked about what moderators did. */
public sealed interface DisciplineQuery {
    Actor viewer();

    /**
     * Answered with a {@link Page} of the viewer's {@link SanctionView}s, the latest first: at most
     * {@value DisciplineDocument#MOST_ACTIONS}.
     */
    record ListSanctions(Actor viewer) implements DisciplineQuery {}

    /**
     * Answered with a {@link Page} of the {@link ActionView}s about a person, the latest first: at most
     * {@value DisciplineDocument#MOST_ACTIONS}. For other moderators; everybody else is answered with
     * {@link dev.parley.query.ReadRefused}.
     */
    record ListActions(Actor viewer, UserId person) implements DisciplineQuery {}
}
