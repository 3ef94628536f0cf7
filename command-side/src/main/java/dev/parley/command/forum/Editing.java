package dev.parley.command.forum;

import dev.parley.command.forum.OriginalPosts.Original;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.kernel.forum.ContributionsId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Edits posts. As in {@link Posting}, the author's contributions change too, and are held before the topic. */
@Component
class Editing {
    private final Repository<Topic> topics;
    private final Repository<Contributions> contributions;
    private final OriginalPosts posts;
    private final EditRules rules;

    Editing(Repository<Topic> topics, Repository<Contributions> contributions, OriginalPosts posts, EditRules rules) {
        this.topics = topics;
        this.contributions = contributions;
        this.posts = posts;
        this.rules = rules;
    }

    @CommandHandler
    void handle(EditPost command) throws Exception {
        UserId by = command.actor().id();
        long number = command.postId().number();
        Aggregate<Contributions> own =
                contributions.loadOrCreate(ContributionsId.of(by).value(), Contributions::new);
        Aggregate<Topic> topic = topics.load(command.topicId().value());
        Ties ties = rules.ties(by);
        topic.execute(there -> there.requireSeen(ties));
        topic.execute(Topic::requireOpen);
        Original original = posts.find(command.postId());
        rules.requireMayEdit(command.actor(), original);
        topic.execute(there -> there.requireShows(number));
        String text = command.content().value();
        if (!own.invoke(before -> before.say(original, text))) {
            own.execute(rules::requireRoom);
            List<UserId> mentions = rules.mentions(by, command.content());
            topic.execute(there -> there.edit(number, by, command.content(), mentions));
            own.execute(before -> before.edit(original, text));
        }
    }
}
