package dev.parley.query.forum.search;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicId;
import java.time.Instant;

/** An event that the index follows, with its place in its stream. */
sealed interface ForumChange {
    TopicId topic();

    long sequence();

    /** Something happened to a topic or in it. */
    record InTopic(TopicEvent event, long sequence, Instant at) implements ForumChange {
        @Override
        public TopicId topic() {
            return event.topicId();
        }
    }

    /** Somebody reacted to a post. */
    record ToPost(ReactionEvent event, long sequence) implements ForumChange {
        @Override
        public TopicId topic() {
            return post().topic();
        }

        PostId post() {
            return event.postId();
        }
    }
}
