package dev.parley.query.forum.post;

import com.mongodb.MongoException;
import dev.parley.kernel.Failures;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.markup.Markup;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows posts that have just been accepted to their authors, from the events, before they are stored here. */
@Component
public class PostViews {
    private final StoredPosts posts;
    private final Names names;
    private final Markup markup;

    PostViews(StoredPosts posts, Names names, Markup markup) {
        this.posts = posts;
        this.names = names;
        this.markup = markup;
    }

    /** @param sequence of the event in the topic's stream */
    public CompletableFuture<PostView> added(PostAdded added, long sequence, Instant at) {
        var text = Text.rendered(markup, added.content().text(), added.mentions(), at);
        var id = new PostId(added.topicId(), added.number(), sequence);
        return shown(Post.added(id, added.author(), at, text));
    }

    /**
     * How people react to it is read from where it is stored. It is shown without that where it is not stored yet, or the
     * store is away.
     *
     * @param id of the post
     * @param addedAt when the post was added
     * @param at when it was edited
     */
    public CompletableFuture<PostView> edited(PostEdited edited, PostId id, Instant addedAt, Instant at) {
        var text = Text.rendered(markup, edited.content().text(), edited.mentions(), at);
        return stored(id)
                .exceptionally(PostViews::withoutStore)
                .thenApply(found -> found.orElseGet(() -> Post.added(id, edited.author(), addedAt, text)))
                .thenCompose(post -> shown(post.editedTo(text)));
    }

    /**
     * A post as it is stored.
     *
     * @return fails with {@link ReadRefused} as {@code UNKNOWN_POST} while it is not stored here, as {@code UNKNOWN_TOPIC}
     *     if a moderator removed its topic
     */
    public CompletableFuture<PostView> present(PostId id) {
        return posts.read(id.topic(), id.number()).thenCompose(found -> {
            Post post = found.posts().stream()
                    .findFirst()
                    .orElseThrow(() -> new ReadRefused(Rejection.UNKNOWN_POST, "This post is not stored yet."));
            PostReader.requireThere(id.topic(), found.progress());
            return shown(post);
        });
    }

    private CompletableFuture<Optional<Post>> stored(PostId id) {
        return posts.read(id.topic(), id.number())
                .thenApply(found -> found.posts().stream().findFirst());
    }

    private static Optional<Post> withoutStore(Throwable failure) {
        Throwable cause = Failures.told(failure);
        if (cause instanceof MongoException) {
            return Optional.empty();
        }
        throw new CompletionException(cause);
    }

    private CompletableFuture<PostView> shown(Post post) {
        Set<UserId> people = post.people().collect(Collectors.toUnmodifiableSet());
        return names.people(people).thenApply(named -> post.shownTo(Set.of(post.author()), named));
    }
}
