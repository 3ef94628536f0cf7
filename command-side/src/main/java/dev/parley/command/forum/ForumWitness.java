package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.StoredEvents;
import dev.parley.command.Witness;
import dev.parley.command.forum.CurrentPosts.Post;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Tells what topics and posts say now, as long as they are in sight. A topic is its title and its first post. */
@Component
class ForumWitness implements Witness {
    private static final long TITLE = 0;

    private final Repository<Topic> topics;
    private final StoredEvents events;
    private final CurrentPosts posts;

    ForumWitness(Repository<Topic> topics, StoredEvents events, CurrentPosts posts) {
        this.topics = topics;
        this.events = events;
        this.posts = posts;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.TOPIC, Subject.Kind.POST);
    }

    @Override
    public Evidence tell(Subject subject, Actor reporter, UserId reported) throws Exception {
        return subject.kind() == Subject.Kind.TOPIC ? topic(subject, reported) : post(subject, reported);
    }

    private Evidence topic(Subject subject, UserId reported) throws Exception {
        var id = new TopicId(subject.id());
        Aggregate<Topic> topic = topics.loadOrCreate(id.value(), Topic::new);
        topic.execute(Topic::requireThere);
        TopicStarted started = events.at(id.value(), TITLE)
                .map(found -> (TopicStarted) found.event())
                .orElseThrow();
        Witness.requireAuthor(started.author(), reported);
        Post first = posts.find(new PostId(id, 1, TITLE + 1));
        String title = started.title().text();
        String text = topic.invoke(there -> there.shows(1))
                ? title + "\n\n" + first.content().text()
                : title;
        return evidence(subject, id, first, new PersonalText(started.author(), text));
    }

    private Evidence post(Subject subject, UserId reported) throws Exception {
        PostId id = PostId.parse(subject.id());
        Post post = posts.find(id);
        boolean shown = topics.loadOrCreate(id.topic().value(), Topic::new).invoke(topic -> topic.shows(id.number()));
        CommandRejected.unless(shown, Rejection.UNKNOWN_POST, "This post is not there any more.");
        Witness.requireAuthor(post.author(), reported);
        return evidence(subject, id.topic(), post, post.content());
    }

    private static Evidence evidence(Subject subject, TopicId topic, Post post, PersonalText content) {
        return new Evidence(subject, topic.value(), post.sequence(), Optional.of(content), Optional.of(post.at()));
    }
}
