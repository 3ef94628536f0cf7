package dev.parley.command.forum;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.MoveTopic;
import dev.parley.command.forum.TopicCommand.PinTopic;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.ReopenTopic;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.forum.TopicCommand.UnpinTopic;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostText;
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
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A topic of the forum: its posts are numbered without holes, 10,000 at most. Of the posts it keeps only which are out
 * of sight. {@link Posting} starts topics and adds posts, and {@link Editing} edits them.
 */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Topic {
    static final long MAX_POSTS = 10_000;

    @AggregateIdentifier
    private TopicId id;

    private UserId author;
    private CategoryId category;
    private long lastNumber;
    private HiddenPosts hidden = new HiddenPosts();
    private Closing closing = Closing.OPEN;
    private boolean pinned;
    private boolean removed;

    Topic() {} // filled from events

    void start(StartTopic asked, List<UserId> mentions) {
        UserId by = asked.actor().id();
        var title = new PersonalText(by, asked.title().value());
        apply(new TopicStarted(asked.topicId(), asked.category(), by, title));
        add(by, asked.content(), mentions);
    }

    void add(UserId by, PostText content, List<UserId> mentions) {
        var text = new PersonalText(by, content.value());
        apply(new PostAdded(id, lastNumber + 1, by, text, mentions, visiblePosts() + 1));
    }

    void edit(long number, UserId by, PostText content, List<UserId> mentions) {
        apply(new PostEdited(id, number, by, new PersonalText(by, content.value()), mentions));
    }

    @CommandHandler
    void handle(RemovePost command, OriginalPosts posts) {
        PostAdded post = posts.find(command.postId()).post();
        boolean own = post.author().equals(command.actor().id());
        if (!own) {
            requireThere();
            TopicRights.requireModerator(command);
        }
        if (!hidden.contain(post.number())) {
            apply(
                    own
                            ? new PostErased(id, post.number(), visiblePosts() - 1)
                            : new PostRemoved(id, post.number(), command.actor().id(), visiblePosts() - 1));
        }
    }

    @CommandHandler
    void handle(CloseTopic command, Writers writers) {
        requireThere();
        boolean own = TopicRights.requireAuthorOrModerator(command, author, writers);
        Closing next = own ? Closing.BY_AUTHOR : Closing.BY_MODERATOR;
        if (next.goesBeyond(closing)) {
            apply(new TopicClosed(id, command.actor().id(), !own));
        }
    }

    @CommandHandler
    void handle(ReopenTopic command, Writers writers) {
        requireThere();
        boolean own = TopicRights.requireAuthorOrModerator(command, author, writers);
        CommandRejected.unless(
                !own || closing != Closing.BY_MODERATOR, Rejection.NOT_ALLOWED, "A moderator has closed this topic.");
        if (closing != Closing.OPEN) {
            apply(new TopicReopened(id, command.actor().id()));
        }
    }

    @CommandHandler
    void handle(PinTopic command) {
        requireThere();
        TopicRights.requireModerator(command);
        if (!pinned) {
            apply(new TopicPinned(id, command.actor().id()));
        }
    }

    @CommandHandler
    void handle(UnpinTopic command) {
        requireThere();
        TopicRights.requireModerator(command);
        if (pinned) {
            apply(new TopicUnpinned(id, command.actor().id()));
        }
    }

    @CommandHandler
    void handle(MoveTopic command, Categories categories) {
        requireThere();
        TopicRights.requireModerator(command);
        categories.requireKnown(command.to());
        if (!category.equals(command.to())) {
            apply(new TopicMoved(id, category, command.to(), command.actor().id()));
        }
    }

    @CommandHandler
    void handle(RemoveTopic command) {
        TopicRights.requireModerator(command);
        if (!removed) {
            apply(new TopicRemoved(id, command.actor().id()));
        }
    }

    @EventSourcingHandler
    void on(TopicStarted event) {
        id = event.topicId();
        author = event.author();
        category = event.category();
    }

    @EventSourcingHandler
    void on(PostAdded event) {
        lastNumber = event.number();
    }

    @EventSourcingHandler
    void on(PostErased event) {
        hidden.add(event.number());
    }

    @EventSourcingHandler
    void on(PostRemoved event) {
        hidden.add(event.number());
    }

    @EventSourcingHandler
    void on(TopicClosed event) {
        closing = event.byModerator() ? Closing.BY_MODERATOR : Closing.BY_AUTHOR;
    }

    @EventSourcingHandler
    void on(TopicReopened event) {
        closing = Closing.OPEN;
    }

    @EventSourcingHandler
    void on(TopicPinned event) {
        pinned = true;
    }

    @EventSourcingHandler
    void on(TopicUnpinned event) {
        pinned = false;
    }

    @EventSourcingHandler
    void on(TopicMoved event) {
        category = event.to();
    }

    @EventSourcingHandler
    void on(TopicRemoved event) {
        removed = true;
    }

    long lastNumber() {
        return lastNumber;
    }

    /** Whether this post can be seen. */
    boolean shows(long number) {
        return !removed && number <= lastNumber && !hidden.contain(number);
    }

    /** @throws CommandRejected as {@code UNKNOWN_TOPIC} if a moderator removed it */
    void requireThere() {
        CommandRejected.unless(id != null && !removed, Rejection.UNKNOWN_TOPIC, "There is no such topic.");
    }

    /** @throws CommandRejected as {@code UNKNOWN_TOPIC} if its author is one of those whom a reader blocks */
    void requireSeen(Ties reader) {
        CommandRejected.unless(!reader.blocks(author), Rejection.UNKNOWN_TOPIC, "There is no such topic.");
    }

    /** @throws CommandRejected as {@code TOPIC_CLOSED}, or as {@link #requireThere} */
    void requireOpen() {
        requireThere();
        CommandRejected.unless(closing == Closing.OPEN, Rejection.TOPIC_CLOSED, "This topic is closed.");
    }

    /** @throws CommandRejected as {@code TOPIC_FULL}, or as {@link #requireOpen} */
    void requireTakesPosts() {
        requireOpen();
        CommandRejected.unless(
                lastNumber < MAX_POSTS, Rejection.TOPIC_FULL, "A topic has room for 10000 posts: start another.");
    }

    /** @throws CommandRejected as {@code UNKNOWN_POST} once it was erased or removed */
    void requireShows(long number) {
        CommandRejected.unless(shows(number), Rejection.UNKNOWN_POST, "This post is not there any more.");
    }

    private long visiblePosts() {
        return lastNumber - hidden.size();
    }
}
