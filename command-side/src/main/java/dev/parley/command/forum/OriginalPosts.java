package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one post however old from its place in the topic's stream: one read of one event. */
@Component
class OriginalPosts {
    private final StoredEvents events;

    OriginalPosts(StoredEvents events) {
        this.events = events;
    }

    /** The post as it was written at first. */
    record Original(PostAdded post, Instant at) {}

    /** @throws CommandRejected as {@code UNKNOWN_POST} unless exactly this one stands there */
    Original find(PostId id) {
        return events.at(id.topic().value(), id.sequence())
                .flatMap(OriginalPosts::original)
                .filter(found -> found.post().number() == id.number()
                        && found.post().topicId().equals(id.topic()))
                .orElseThrow(() -> new CommandRejected(Rejection.UNKNOWN_POST, "There is no such post."));
    }

    private static Optional<Original> original(Recorded<?> recorded) {
        return recorded.event() instanceof PostAdded post
                ? Optional.of(new Original(post, recorded.at()))
                : Optional.empty();
    }
}
