package dev.parley.command.forum;

import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.ReactionCommand.TakeBackReaction;
import dev.parley.command.log.ReadSet;
import dev.parley.kernel.forum.PostId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes reactions to posts that can be seen, in topics that are open. */
@Component
class Reacting {
    private final Repository<Topic> topics;
    private final Repository<Reactions> reactions;
    private final OriginalPosts posts;
    private final Writers writers;

    Reacting(Repository<Topic> topics, Repository<Reactions> reactions, OriginalPosts posts, Writers writers) {
        this.topics = topics;
        this.reactions = reactions;
        this.posts = posts;
        this.writers = writers;
    }

    @CommandHandler
    void handle(AddReaction command) throws Exception {
        writers.requireMayWrite(command.actor());
        requireVisible(command.postId());
        to(command).execute(all -> all.add(command.postId(), command.actor().id(), command.reaction()));
    }

    @CommandHandler
    void handle(TakeBackReaction command) throws Exception {
        writers.requireMayWrite(command.actor());
        requireVisible(command.postId());
        to(command)
                .execute(all -> all.takeBack(command.postId(), command.actor().id(), command.reaction()));
    }

    private Aggregate<Reactions> to(ReactionCommand command) throws Exception {
        return reactions.loadOrCreate(command.reactionsId().value(), Reactions::new);
    }

    private void requireVisible(PostId post) {
        Aggregate<Topic> topic = topics.load(post.topic().value());
        ReadSet.note(post.topic().value(), topic);
        topic.execute(Topic::requireOpen);
        posts.find(post);
        topic.execute(there -> there.requireShows(post.number()));
    }
}
