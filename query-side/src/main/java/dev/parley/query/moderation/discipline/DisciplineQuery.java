package dev.parley.query.moderation.discipline;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;

/** Everything that can be asked about what moderators did. */
public sealed interface DisciplineQuery {
    Actor viewer();

    /** Answered with a {@link Page} of all {@link SanctionView}s of the viewer, the latest first. */
    record ListSanctions(Actor viewer) implements DisciplineQuery {}

    /**
     * Answered with a {@link Page} of all {@link ActionView}s about a person, the latest first, for moderators; others
     * are answered with {@link dev.parley.query.ReadRefused}.
     */
    record ListActions(Actor viewer, UserId person) implements DisciplineQuery {}
}
