package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.forum.OriginalPosts.Original;
import dev.parley.command.log.CurrentTies;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** When somebody may write a post anew: their own, within 4 hours, not all the time, as long as they may write at all. */
@Component
class EditRules {
    static final Duration WINDOW = Duration.ofHours(4);

    private final Writers writers;
    private final Mentioned mentioned;
    private final CurrentTies ties;
    private final ForumPace pace;
    private final Clock clock;

    EditRules(Writers writers, Mentioned mentioned, CurrentTies ties, ForumPace pace, Clock clock) {
        this.writers = writers;
        this.mentioned = mentioned;
        this.ties = ties;
        this.pace = pace;
        this.clock = clock;
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} or {@code TOO_LATE_TO_EDIT}, or as {@link Writers} says */
    void requireMayEdit(Actor actor, Original post) {
        writers.requireMayWrite(actor);
        CommandRejected.unless(
                post.post().author().equals(actor.id()), Rejection.NOT_ALLOWED, "Posts are edited by their authors.");
        CommandRejected.unless(
                clock.instant().isBefore(post.at().plus(WINDOW)),
                Rejection.TOO_LATE_TO_EDIT,
                "A post is edited within 4 hours.");
    }

    /** @throws CommandRejected as {@code TOO_MANY_EDITS} */
    void requireRoom(Contributions own) {
        pace.requireRoomForEdit(own, clock.instant());
    }

    Ties ties(UserId author) {
        return ties.of(author);
    }

    List<UserId> mentions(UserId author, PostText text) {
        return mentioned.by(author, text);
    }
}
