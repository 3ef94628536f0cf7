package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.CannotStart;
import dev.parley.kernel.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one person may write in the forum. What was refused counts for nothing.
 *
 * @param enabled when not, everything passes
 * @param topics started in any window: 1 to 20
 * @param posts added in any window, first posts of topics apart: 1 to 20
 * @param edits of posts made in any window: 1 to 20
 * @param window up to 1 hour
 */
@ConfigurationProperties("parley.forum.pace")
record ForumPace(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2") int topics,
        @DefaultValue("4") int posts,
        @DefaultValue("10") int edits,
        @DefaultValue("5m") Duration window) {
    static final int MOST = 20;
    static final Duration MAX_WINDOW = Duration.ofHours(1);

    ForumPace {
        require(topics >= 1 && topics <= MOST, "parley.forum.pace.topics must be 1 to 20");
        require(posts >= 1 && posts <= MOST, "parley.forum.pace.posts must be 1 to 20");
        require(edits >= 1 && edits <= MOST, "parley.forum.pace.edits must be 1 to 20");
        require(
                window.isPositive() && window.compareTo(MAX_WINDOW) <= 0,
                "parley.forum.pace.window must be more than nothing, and at most 1 hour");
    }

    /** @throws CommandRejected as {@code TOO_MANY_TOPICS} until there is room again */
    void requireRoomForTopic(Contributions own, Instant now) {
        requireRoom(times(own, Contribution::startsTopic), topics, Rejection.TOO_MANY_TOPICS, now);
    }

    /** @throws CommandRejected as {@code TOO_MANY_POSTS} until there is room again */
    void requireRoomForPost(Contributions own, Instant now) {
        requireRoom(times(own, one -> !one.startsTopic()), posts, Rejection.TOO_MANY_POSTS, now);
    }

    /** @throws CommandRejected as {@code TOO_MANY_EDITS} until there is room again */
    void requireRoomForEdit(Contributions own, Instant now) {
        requireRoom(own.latestEdits(), edits, Rejection.TOO_MANY_EDITS, now);
    }

    private static List<Instant> times(Contributions own, Predicate<Contribution> fits) {
        return own.latest(fits).map(Contribution::at).toList();
    }

    /** The window is full while the one that many before this one is still in it. */
    private void requireRoom(List<Instant> latestFirst, int most, Rejection rule, Instant now) {
        if (enabled && latestFirst.size() >= most) {
            Instant until = latestFirst.get(most - 1).plus(window);
            if (now.isBefore(until)) {
                throw new CommandRejected(rule, "More than " + most + " in so short a time.", until);
            }
        }
    }

    private static void require(boolean valid, String expected) {
        if (!valid) {
            throw new CannotStart(expected + ".");
        }
    }
}
