package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.log.CurrentTies;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is looked at beside the topic before somebody writes in it. */
@Component
record PostingRules(Writers writers, Categories categories, Mentioned mentioned, CurrentTies ties, ForumPace pace) {
    /** @throws CommandRejected as {@code UNKNOWN_CATEGORY}, or as {@link Writers} says */
    void requireMayStart(StartTopic command) {
        writers.requireMayStart(command.actor());
        categories.requireKnown(command.category());
    }

    /** @throws CommandRejected as {@link Writers} says */
    void requireMayWrite(Actor actor) {
        writers.requireMayWrite(actor);
    }

    /** What whoever writes does not see, they do not answer either. */
    Ties ties(UserId author) {
        return ties.of(author);
    }

    List<UserId> mentions(UserId author, PostText text) {
        return mentioned.by(author, text);
    }
}
