package dev.parley.command.export;

import static dev.parley.command.export.Share.allIf;
import static dev.parley.command.export.Share.butFor;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.member.UserId;
import java.util.Optional;

/** As {@link Shares}, of what happens in the forum's topics. */
final class TopicShares {
    private TopicShares() {}

    /** @param done whether the person did it */
    static Optional<Share> of(TopicEvent event, UserId person, boolean done) {
        return switch (event) {
            case TopicStarted started -> allIf(started.author().equals(person));
            case PostAdded added -> ofPost(added, person);
            case PostEdited edited -> allIf(edited.author().equals(person));
            case PostErased erased -> allIf(done);
            case PostRemoved removed -> allIf(removed.by().equals(person));
            case TopicClosed closed -> allIf(closed.by().equals(person));
            case TopicReopened reopened -> allIf(reopened.by().equals(person));
            case TopicPinned pinned -> allIf(pinned.by().equals(person));
            case TopicUnpinned unpinned -> allIf(unpinned.by().equals(person));
            case TopicMoved moved -> allIf(moved.by().equals(person));
            case TopicRemoved removed -> allIf(removed.by().equals(person));
        };
    }

    private static Optional<Share> ofPost(PostAdded event, UserId person) {
        return event.author().equals(person)
                ? allIf(true)
                : butFor(event.mentions().contains(person), "content", "mentions", "visible_posts")
                        .map(Share::fromOthers);
    }
}
