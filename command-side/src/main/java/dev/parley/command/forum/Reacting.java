package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.ReactionCommand.TakeBackReaction;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.ReadSet;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes reactions to posts that whoever reacts can see, in topics that are open. */
@Component
class Reacting {
    private final Repository<Topic> topics;
    private final Repository<Reactions> reactions;
    private final OriginalPosts posts;
    private final Writers writers;
    private final CurrentTies ties;

    Reacting(
            Repository<Topic> topics,
            Repository<Reactions> reactions,
            OriginalPosts posts,
            Writers writers,
            CurrentTies ties) {
        this.topics = topics;
        this.reactions = reactions;
        this.posts = posts;
        this.writers = writers;
        this.ties = ties;
    }

    @CommandHandler
    void handle(AddReaction command) throws Exception {
        writers.requireMayWrite(command.actor());
        requireVisible(command.postId(), command.actor().id());
        to(command).execute(all -> all.add(command.postId(), command.actor().id(), command.reaction()));
    }

    @CommandHandler
    void handle(TakeBackReaction command) throws Exception {
        writers.requireMayWrite(command.actor());
        requireVisible(command.postId(), command.actor().id());
        to(command)
                .execute(all -> all.takeBack(command.postId(), command.actor().id(), command.reaction()));
    }

    private Aggregate<Reactions> to(ReactionCommand command) throws Exception {
        return reactions.loadOrCreate(command.reactionsId().value(), Reactions::new);
    }

    private void requireVisible(PostId post, UserId viewer) {
        Ties own = ties.of(viewer);
        Aggregate<Topic> topic = topics.load(post.topic().value());
        ReadSet.note(post.topic().value(), topic);
        topic.execute(there -> there.requireSeen(own));
        topic.execute(Topic::requireOpen);
        UserId author = posts.find(post).post().author();
        CommandRejected.unless(!own.blocks(author), Rejection.UNKNOWN_POST, "There is no such post.");
        topic.execute(there -> there.requireShows(post.number()));
    }
}
