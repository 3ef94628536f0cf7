package dev.parley.query;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import org.axonframework.queryhandling.QueryExecutionException;

/** A rule keeps the one who asks from reading this. The rule travels between nodes as details. */
public final class ReadRefused extends QueryExecutionException {
    private static final long serialVersionUID = 1L;

    private final Rejection rule;

    public ReadRefused(Rejection rule, String detail) {
        super(detail, null, rule, false);
        this.rule = rule;
    }

    /** @throws ReadRefused as {@code NOT_ALLOWED} for others than moderators and admins */
    public static void unlessModerates(Actor viewer) {
        if (!viewer.moderates()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for moderators.");
        }
    }

    /** @throws ReadRefused as {@code NOT_ALLOWED} for others than analysts and admins */
    public static void unlessAnalyses(Actor viewer) {
        if (!viewer.analyses()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for analysts.");
        }
    }

    /** @throws ReadRefused as {@code NOT_ALLOWED} for others than moderators and admins, and for the person themselves */
    public static void unlessModerates(Actor viewer, UserId about) {
        unlessModerates(viewer);
        if (viewer.id().equals(about)) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "What concerns you is for others to see.");
        }
    }

    public Rejection rule() {
        return rule;
    }
}
