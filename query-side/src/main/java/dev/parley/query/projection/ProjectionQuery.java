package dev.parley.query.projection;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.operations.ProjectionName;

/** Everything that can be asked about the projections, by admins; refused as {@code NOT_ALLOWED} to others. */
public sealed interface ProjectionQuery {
    Actor viewer();

    /** Answered with a {@link dev.parley.query.Page} of all {@link ProjectionView}s. */
    record ListProjections(Actor viewer) implements ProjectionQuery {}

    /** Answered with a {@link ProjectionView}; refused as {@code UNKNOWN_PROJECTION} where there is none. */
    record FindProjection(Actor viewer, ProjectionName projection) implements ProjectionQuery {}

    /**
     * Answered with the {@link ProjectionView} if this can be done now; refused as {@code UNKNOWN_PROJECTION}, as
     * {@code PROJECTION_NEEDED} where nothing can ever be done, as {@code REBUILD_UNDER_WAY} where one version is on its
     * way already, or as {@code NO_OTHER_VERSION} where there is none to do it with.
     */
    record CheckOperation(Actor viewer, ProjectionName projection, Need need) implements ProjectionQuery {}

    /** What an operation needs. */
    enum Need {
        NOTHING,
        NO_PENDING_VERSION,
        PENDING_VERSION,
        NEXT_VERSION,
        PREVIOUS_VERSION,
        VERIFIED_VERSION
    }
}
