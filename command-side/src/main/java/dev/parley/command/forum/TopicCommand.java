package dev.parley.command.forum;

import dev.parley.command.Command;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that can be asked of a topic. One that a moderator removed is {@code UNKNOWN_TOPIC} to everybody, but for
 * authors who erase posts of theirs; one by somebody whom the actor blocks is so to whoever writes or edits posts. What
 * is so already leads to no event. Moderators say why. Services write nothing.
 */
public sealed interface TopicCommand extends Command {
    @TargetAggregateIdentifier
    TopicId topicId();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_TOPIC;
    }

    /**
     * Starts a topic with its first post. The same title or text by the same person within an hour is the topic that
     * there is already, as long as its first post has not been edited to say something else. Refused as
     * {@code UNKNOWN_CATEGORY}, {@code TOO_MANY_TOPICS}, by kid mode and sanctions.
     */
    record StartTopic(Actor actor, TopicId topicId, CategoryId category, TopicTitle title, PostText content)
            implements TopicCommand {}

    /**
     * The same text by the same person in the same topic within an hour is the post that says so already. Refused as
     * {@code TOPIC_CLOSED}, {@code TOPIC_FULL}, {@code TOO_MANY_POSTS}, by kid mode and sanctions.
     */
    record AddPost(Actor actor, TopicId topicId, PostText content) implements TopicCommand {}

    /**
     * By the author, as {@code TOO_LATE_TO_EDIT} says within 4 hours; refused in a closed topic, as
     * {@code TOO_MANY_EDITS}, by kid mode and sanctions. The text that it has, to the letter, is no edit, as long as the
     * latest 20 edits of the author tell.
     */
    record EditPost(Actor actor, PostId postId, PostText content) implements TopicCommand {
        @Override
        public TopicId topicId() {
            return postId.topic();
        }
    }

    /**
     * By the author it is erased, by a moderator removed. Nothing keeps an author from erasing what they wrote: neither
     * kid mode nor a sanction, nor that a moderator removed the topic.
     */
    record RemovePost(Actor actor, PostId postId, String reason) implements TopicCommand {
        public RemovePost {
            reason = ReasonText.orNone(reason);
        }

        @Override
        public TopicId topicId() {
            return postId.topic();
        }
    }

    /** By a moderator, or the author of the topic: refused to them by kid mode and sanctions. */
    record CloseTopic(Actor actor, TopicId topicId, String reason) implements TopicCommand {
        public CloseTopic {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a moderator, or by the author of the topic who has closed it: refused to them by kid mode and sanctions. */
    record ReopenTopic(Actor actor, TopicId topicId, String reason) implements TopicCommand {
        public ReopenTopic {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a moderator. */
    record PinTopic(Actor actor, TopicId topicId, String reason) implements TopicCommand {
        public PinTopic {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a moderator. */
    record UnpinTopic(Actor actor, TopicId topicId, String reason) implements TopicCommand {
        public UnpinTopic {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a moderator. Refused as {@code UNKNOWN_CATEGORY}. */
    record MoveTopic(Actor actor, TopicId topicId, CategoryId to, String reason) implements TopicCommand {
        public MoveTopic {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a moderator. */
    record RemoveTopic(Actor actor, TopicId topicId, String reason) implements TopicCommand {
        public RemoveTopic {
            reason = ReasonText.orNone(reason);
        }
    }
}
