package dev.parley.query.moderation.appeal;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.query.Page;

/** Everything that can be asked about appeals. */
public sealed interface AppealQuery {
    Actor viewer();

    /** Answered with a {@link Page} of the {@link AppealView}s of the viewer, the latest first: against the latest 200 actions. */
    record ListMyAppeals(Actor viewer) implements AppealQuery {}

    /**
     * Answered with a {@link Page} of {@link AppealView}s, the earliest first, for moderators and without their own; others
     * are answered with {@link dev.parley.query.ReadRefused}.
     *
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListAppeals(Actor viewer, AppealStatus status, String cursor, int limit) implements AppealQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListAppeals {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            InvalidValue.unless(cursor.matches("\\d{0,18}"), "cursor", "the next of a page");
        }

        long after() {
            return cursor.isEmpty() ? -1 : Long.parseLong(cursor);
        }
    }
}
