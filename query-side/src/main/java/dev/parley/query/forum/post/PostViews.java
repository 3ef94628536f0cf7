package dev.parley.query.forum.post;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.markup.Markup;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
        return shown(Post.added(id, added.author(), text));
    }

    /**
     * When it was added, and how people react to it, is read from where it is stored.
     *
     * @return fails with {@link ReadRefused} as {@code UNKNOWN_POST} while the post itself is not stored here
     */
    public CompletableFuture<PostView> edited(PostEdited edited, Instant at) {
        return posts.read(edited.topicId(), edited.number())
                .thenCompose(found -> found.posts().stream()
                        .findFirst()
                        .map(post -> post.editedTo(
                                Text.rendered(markup, edited.content().text(), edited.mentions(), at)))
                        .map(this::shown)
                        .orElseThrow(() -> new ReadRefused(
                                Rejection.UNKNOWN_POST,
                                "post " + edited.number() + " of " + edited.topicId() + " is not stored yet")));
    }

    private CompletableFuture<PostView> shown(Post post) {
        Set<UserId> people = post.people().collect(Collectors.toUnmodifiableSet());
        return names.people(people).thenApply(named -> post.shownTo(Set.of(post.author()), named));
    }
}
