package dev.parley.query.activity;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import java.util.Set;

/** Everything that can be asked about what people do. */
public sealed interface ActivityQuery {
    /**
     * Answered with a {@link Page} of {@link ActivityDayView}s, the latest day first: of each day at most the first 100
     * things that services reported; of the first 100 posts those that are still to be seen; and for the person themselves
     * and moderators whom they began to follow that day and follow still. A viewer in kid mode is shown no posts, and of
     * others nothing that was reported.
     *
     * @param without people such as whom the one who asks blocks: that they are followed is left out, and posts in their
     *     topics
     * @param cursor the {@code next} of the page before, which is its last day as {@code yyyy-mm-dd}; empty for the
     *     first page
     * @param limit at most so many days, 1 to {@value Page#MAX_LIMIT}
     */
    record ListActivity(Actor viewer, UserId person, Set<UserId> without, String cursor, int limit)
            implements ActivityQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListActivity {
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            InvalidValue.unless(cursor.matches("(\\d{4}-\\d{2}-\\d{2})?"), "cursor", "the next of a page");
        }

        /** Whether the one who asks may see whom the person follows. */
        boolean showsFollows() {
            return ofOneself() || viewer.moderates();
        }

        boolean ofOneself() {
            return viewer.id().equals(person);
        }
    }

    /**
     * Answered with a {@link Page} of {@link FeedItemView}s: what these people wrote in the forum, and what
     * services reported of them, in the last {@value #DAYS} days, the latest first. Fails with
     * {@link dev.parley.query.ReadRefused} for a viewer in kid mode.
     *
     * @param follows whose activities are wanted
     * @param without whose are not, although they may be followed, nor posts in their topics
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ReadFeed(UserId viewer, Set<UserId> follows, Set<UserId> without, String cursor, int limit)
            implements ActivityQuery {
        public static final int DAYS = 30;

        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ReadFeed {
            follows = Set.copyOf(follows);
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            FeedCursor.parse(cursor);
        }
    }
}
