package dev.parley.query.forum.post;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.Page;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything that can be asked about posts. Fails with {@link dev.parley.query.ReadRefused} for a viewer in kid mode who
 * does not moderate.
 */
public sealed interface PostQuery {
    Actor viewer();

    /**
     * Answered with a {@link Page} of {@link PostView}s in the order of their numbers, whose {@code next} is the number
     * of its last post. Fails with {@link dev.parley.query.ReadRefused} if there is no such topic, or a moderator
     * removed it.
     *
     * @param after number of the post to begin after, 0 for the start
     * @param without people whose posts are left out, such as whom the viewer blocks; the page is filled up with others'
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}; fewer where they are so long that the page would exceed
     *     4 MB
     */
    record ListPosts(Actor viewer, TopicId topicId, long after, Set<UserId> without, int limit) implements PostQuery {
        /** @throws InvalidValue if the limit or the number is out of its bounds */
        public ListPosts {
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            InvalidValue.unless(after >= 0, "after", "the id of a post in this topic");
        }
    }

    /**
     * Answered as {@link ListPosts}, but with the posts of everybody, as the viewer had them at some time.
     *
     * @param topic its stream then
     * @param after number of the post to begin after, 0 for the start
     * @param limit as of {@link ListPosts}
     */
    record ListPostsAsOf(Actor viewer, PastStream topic, long after, int limit) implements PostQuery {
        /** @throws InvalidValue if the limit or the number is out of its bounds */
        public ListPostsAsOf {
            page(viewer, topic, after, limit);
        }

        ListPosts page() {
            return page(viewer, topic, after, limit);
        }

        private static ListPosts page(Actor viewer, PastStream topic, long after, int limit) {
            return new ListPosts(viewer, new TopicId(topic.id()), after, Set.of(), limit);
        }
    }

    /**
     * Answered with a {@link Page} of the {@link VersionView}s of a post, in their order: for its author, as long as it is
     * to be seen, and for moderators, until its author erases it. Fails with {@link dev.parley.query.ReadRefused} otherwise.
     *
     * @param cursor the next of the page before; empty for the start
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListVersions(Actor viewer, PostId postId, String cursor, int limit) implements PostQuery {
        private static final Pattern CURSOR = Pattern.compile("\\d{0,15}");

        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListVersions {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            InvalidValue.unless(CURSOR.matcher(cursor).matches(), "cursor", "the next of a page");
        }

        /** Place in the topic's stream of the last version that was shown; -1 for none. */
        long after() {
            return cursor.isEmpty() ? -1 : Long.parseLong(cursor);
        }
    }

    /** Answered with the {@link PreviewView} of a text that nobody has posted, and of which nothing is kept. */
    record PreviewPost(Actor viewer, PostText content) implements PostQuery {}
}
