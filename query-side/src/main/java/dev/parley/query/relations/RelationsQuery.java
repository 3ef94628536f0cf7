package dev.parley.query.relations;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.AsOf;
import dev.parley.query.Page;

/** Everything that can be asked about people's relations: never who follows somebody, nor who blocks them. */
public sealed interface RelationsQuery {
    /**
     * Answered with a {@link Page} of {@link RelatedView}s: whom the person follows, the latest first. Fails with
     * {@link dev.parley.query.ReadRefused} unless they ask themselves, or a moderator does.
     *
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListFollowing(Actor viewer, UserId person, String cursor, int limit) implements RelationsQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListFollowing {
            requirePage(cursor, limit);
        }
    }

    /**
     * Answered with a {@link Page} of {@link RelatedView}s: whom the person blocks, the latest first.
     *
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListBlocks(UserId person, String cursor, int limit) implements RelationsQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListBlocks {
            requirePage(cursor, limit);
        }
    }

    /** Answered with a {@link RelationView}. */
    record FindRelation(UserId viewer, UserId other) implements RelationsQuery {}

    /** Answered with a {@link RelationView} as it was at some time. */
    record FindRelationAsOf(UserId viewer, UserId other, AsOf asOf) implements RelationsQuery {}

    private static void requirePage(String cursor, int limit) {
        InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        InvalidValue.unless(cursor.matches("\\d{0,18}"), "cursor", "the next of a page");
    }
}
