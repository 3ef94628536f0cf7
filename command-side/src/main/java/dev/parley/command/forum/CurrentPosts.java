package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.LatestEvents;
import dev.parley.command.forum.OriginalPosts.Original;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what posts say now: as they were written, or as their authors last wrote them anew. */
@Component
class CurrentPosts {
    private final OriginalPosts originals;
    private final LatestEvents events;

    CurrentPosts(OriginalPosts originals, LatestEvents events) {
        this.originals = originals;
        this.events = events;
    }

    /**
     * A post as it is.
     *
     * @param sequence place in the stream of its topic of the event that made it so
     */
    record Post(UserId author, PersonalText content, long sequence, Instant at) {}

    /** @throws CommandRejected as {@code UNKNOWN_POST}; whether it is still in sight is not looked at */
    Post find(PostId id) {
        Original original = originals.find(id);
        UserId author = original.post().author();
        return events.<PostEdited>find(
                        id.topic().value(),
                        id.sequence(),
                        List.of(PostEdited.class),
                        edit -> edit.number() == id.number())
                .map(edit -> new Post(author, edit.event().content(), edit.sequence(), edit.at()))
                .orElseGet(() -> new Post(author, original.post().content(), id.sequence(), original.at()));
    }
}
