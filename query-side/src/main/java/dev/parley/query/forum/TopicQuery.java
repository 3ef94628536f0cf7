package dev.parley.query.forum;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.Page;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be asked about the forum's categories and topics. Fails with {@link dev.parley.query.ReadRefused}
 * for a viewer in kid mode who does not moderate.
 */
public sealed interface TopicQuery {
    Actor viewer();

    /** Answered with a {@link Page} of all {@link CategoryView}s, in their order. */
    record ListCategories(Actor viewer) implements TopicQuery {}

    /** Answered with a {@link TopicView}, or nothing if there is no such topic, or a moderator removed it. */
    record FindTopic(Actor viewer, TopicId topicId) implements TopicQuery {}

    /**
     * Answered with a {@link TopicView} as it was, or nothing if a moderator had removed it.
     *
     * @param topic its stream then
     */
    record FindTopicAsOf(Actor viewer, PastStream topic) implements TopicQuery {}

    /**
     * Answered with a {@link Page} of {@link TopicView}s, and refused as {@code UNKNOWN_CATEGORY} where there is no such
     * category: pinned ones first, unless an author is named, and then by last post, the newest first. Of all pinned topics
     * of the forum the 100 that were pinned last come first. A page may have fewer topics than asked for, even none, and
     * still lead on.
     *
     * @param without people whose topics are left out, such as whom the viewer blocks
     * @param cursor the {@code next} of the page before of the same list, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListTopics(
            Actor viewer,
            Optional<CategoryId> category,
            Optional<UserId> author,
            Set<UserId> without,
            String cursor,
            int limit)
            implements TopicQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListTopics {
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            TopicCursor.parse(cursor, boardOf(category, author));
        }

        Board board() {
            return boardOf(category, author);
        }

        TopicCursor start() {
            return TopicCursor.parse(cursor, board());
        }

        private static Board boardOf(Optional<CategoryId> category, Optional<UserId> author) {
            return author.map(Board::of).or(() -> category.map(Board::of)).orElse(Board.ALL);
        }
    }
}
