package dev.parley.query.forum.post;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.PresentSubject;
import dev.parley.query.PresentSubjects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** How posts are at present: what a moderator removed keeps its text for moderators, what its author erased does not. */
@Component
class PresentPosts implements PresentSubjects {
    private final StoredPosts posts;

    PresentPosts(StoredPosts posts) {
        this.posts = posts;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.POST;
    }

    @Override
    public CompletableFuture<Optional<PresentSubject>> find(String id) {
        PostId post = PostId.parse(id);
        return posts.read(post.topic(), post.number(), post.number())
                .thenApply(found -> found.posts().stream()
                        .filter(one -> one.id().equals(post))
                        .map(one -> present(one, found.progress()))
                        .findFirst());
    }

    private static PresentSubject present(Post post, TopicProgress progress) {
        boolean erased = post.gone().equals(PostProjection.ERASED);
        return new PresentSubject(erased ? "" : post.text().content(), !post.isToBeSeen() || !progress.isToBeSeen());
    }
}
