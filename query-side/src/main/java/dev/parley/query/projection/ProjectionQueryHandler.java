package dev.parley.query.projection;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.projection.ProjectionQuery.CheckOperation;
import dev.parley.query.projection.ProjectionQuery.FindProjection;
import dev.parley.query.projection.ProjectionQuery.ListProjections;
import dev.parley.query.projection.ProjectionQuery.Need;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what operators ask, from what this node last saw of the registry, at most a second ago. */
@Component
class ProjectionQueryHandler {
    private final Supervisor supervisor;
    private final ProjectionViews views;

    ProjectionQueryHandler(Supervisor supervisor, ProjectionViews views) {
        this.supervisor = supervisor;
        this.views = views;
    }

    @QueryHandler
    Page<ProjectionView> handle(ListProjections query) {
        requireAdmin(query.viewer());
        return new Page<>(supervisor.known().stream().map(views::of).toList(), null);
    }

    @QueryHandler
    ProjectionView handle(FindProjection query) {
        requireAdmin(query.viewer());
        return views.of(find(query.projection()));
    }

    @QueryHandler
    ProjectionView handle(CheckOperation query) {
        requireAdmin(query.viewer());
        Registered registered = find(query.projection());
        requireOperable(registered);
        requirePossible(registered, query.need());
        return views.of(registered);
    }

    private static void requireOperable(Registered registered) {
        if (registered.projection().equals(Operations.PROJECTION)) {
            throw new ReadRefused(
                    Rejection.PROJECTION_NEEDED,
                    "The others learn from this projection what is asked of them: it stays as it is.");
        }
    }

    private static void requirePossible(Registered registered, Need need) {
        if (need == Need.NO_PENDING_VERSION) {
            registered.find(Filling::isPending).ifPresent(pending -> {
                throw new ReadRefused(
                        Rejection.REBUILD_UNDER_WAY,
                        "Version " + pending.run().version() + " is on its way: wait, or cancel it.");
            });
        } else if (need != Need.NOTHING && needed(registered, need).isEmpty()) {
            throw new ReadRefused(
                    Rejection.NO_OTHER_VERSION,
                    "There is no version of this projection to do that with, or it has dead letters itself.");
        }
    }

    private static Optional<Filling> needed(Registered registered, Need need) {
        return switch (need) {
            case NOTHING, NO_PENDING_VERSION -> Optional.empty();
            case PENDING_VERSION -> registered.find(Filling::isPending);
            case NEXT_VERSION -> registered.next();
            case PREVIOUS_VERSION -> registered.previous();
            case VERIFIED_VERSION ->
                registered.verification().filter(replay -> replay.letters().count() == 0);
        };
    }

    private Registered find(ProjectionName name) {
        return supervisor.known().stream()
                .filter(registered -> registered.projection().equals(name.value()))
                .findFirst()
                .orElseThrow(
                        () -> new ReadRefused(Rejection.UNKNOWN_PROJECTION, "There is no projection with this name."));
    }

    private static void requireAdmin(Actor viewer) {
        if (!viewer.roles().contains(Role.ADMIN)) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for admins.");
        }
    }
}
