package dev.parley.kernel.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.util.List;

/** Everything that can happen to a topic and the posts in it. */
public sealed interface TopicEvent {
    TopicId topicId();

    /** Its first post follows. */
    record TopicStarted(TopicId topicId, CategoryId category, UserId author, PersonalText title)
            implements TopicEvent {}

    /**
     * @param number from 1, without holes
     * @param mentions who is told of it: at most 5, none whom the author blocks or who blocks the author
     * @param visiblePosts how many posts of the topic are neither erased nor removed, this one among them
     */
    record PostAdded(
            TopicId topicId, long number, UserId author, PersonalText content, List<UserId> mentions, long visiblePosts)
            implements TopicEvent {
        public PostAdded {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * Its author wrote it anew. What it said before is kept.
     *
     * @param mentions whom it speaks of now; nobody is told
     */
    record PostEdited(TopicId topicId, long number, UserId author, PersonalText content, List<UserId> mentions)
            implements TopicEvent {
        public PostEdited {
            mentions = List.copyOf(mentions);
        }
    }

    /** Its author took it back: its text is gone, its place stays. */
    record PostErased(TopicId topicId, long number, long visiblePosts) implements TopicEvent {}

    /** A moderator took it out of sight. */
    record PostRemoved(TopicId topicId, long number, UserId by, long visiblePosts) implements TopicEvent {}

    /**
     * Takes no posts from then on.
     *
     * @param byModerator then its author cannot reopen it
     */
    record TopicClosed(TopicId topicId, UserId by, boolean byModerator) implements TopicEvent {}

    record TopicReopened(TopicId topicId, UserId by) implements TopicEvent {}

    /** Stands before the others of its category. */
    record TopicPinned(TopicId topicId, UserId by) implements TopicEvent {}

    record TopicUnpinned(TopicId topicId, UserId by) implements TopicEvent {}

    record TopicMoved(TopicId topicId, CategoryId from, CategoryId to, UserId by) implements TopicEvent {}

    /** A moderator took the topic and all that is in it out of sight. */
    record TopicRemoved(TopicId topicId, UserId by) implements TopicEvent {}
}
