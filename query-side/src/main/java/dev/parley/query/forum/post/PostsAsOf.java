package dev.parley.query.forum.post;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.EntriesAsOf;
import dev.parley.query.PastReads;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.post.StoredPosts.Stretch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The posts of one topic as they were at some time: read from the log, with all edits and removals behind them until then,
 * and all reactions to them.
 */
final class PostsAsOf implements PostSource {
    private static final List<Class<? extends TopicEvent>> CHANGES =
            List.of(PostEdited.class, PostErased.class, PostRemoved.class);
    private static final List<Class<? extends TopicEvent>> REMOVAL = List.of(TopicRemoved.class);

    private final PastReads reads;
    private final PastStream stream;
    private final Markup markup;

    PostsAsOf(PastReads reads, PastStream stream, Markup markup) {
        this.reads = reads;
        this.stream = stream;
        this.markup = markup;
    }

    @Override
    public CompletableFuture<Stretch> read(TopicId topic, long first, long last) {
        return reads.read(log -> {
            var entries = new EntriesAsOf<>(log, stream, PostAdded.class, PostAdded::number);
            boolean removed = !log.before(Long.MAX_VALUE, stream, REMOVAL, 1).isEmpty();
            var progress = new TopicProgress(entries.last(), -1, Map.of(), removed);
            return new Stretch(progress, posts(log, entries, entries.read(first, last)), List.of());
        });
    }

    private List<Post> posts(PastLog log, EntriesAsOf<PostAdded> entries, List<PastEvent<PostAdded>> added) {
        var changes = PostChanges.of(entries.since(added, CHANGES));
        var reactions = ReactionsAsOf.of(log, added.stream().map(PostsAsOf::id).toList(), stream.asOf());
        return added.stream()
                .map(post -> reactions.to(changes.to(post(post), markup)))
                .toList();
    }

    private Post post(PastEvent<PostAdded> added) {
        PostAdded post = added.event();
        var text = Text.rendered(markup, post.content().text(), post.mentions(), added.at());
        return Post.added(id(added), post.author(), added.at(), text);
    }

    private static PostId id(PastEvent<PostAdded> added) {
        return new PostId(added.event().topicId(), added.event().number(), added.sequence());
    }
}
