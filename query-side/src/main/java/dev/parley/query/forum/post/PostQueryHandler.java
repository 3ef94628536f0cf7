package dev.parley.query.forum.post;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.post.PostQuery.ListVersions;
import dev.parley.query.forum.post.StoredPosts.Stretch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Answers what is asked about posts; their pages are {@link PostPages}'. Versions are rendered away from the driver. */
@Component
class PostQueryHandler {
    private static final Executor RENDERING = Schedulers.boundedElastic()::schedule;

    private final ForumReaders readers;
    private final StoredPosts stored;
    private final Markup markup;

    PostQueryHandler(ForumReaders readers, StoredPosts stored, Markup markup) {
        this.readers = readers;
        this.stored = stored;
        this.markup = markup;
    }

    @QueryHandler
    CompletableFuture<Page<VersionView>> handle(ListVersions query) {
        var id = query.postId();
        return readers.read(
                query.viewer(),
                () -> stored.read(id.topic(), id.number())
                        .thenApplyAsync(found -> new Page<>(versions(query, found), null), RENDERING));
    }

    private List<VersionView> versions(ListVersions query, Stretch found) {
        Post post = found.posts().stream()
                .filter(one -> one.id().equals(query.postId()) && isThereFor(query.viewer(), one, found.progress()))
                .findFirst()
                .orElseThrow(() -> new ReadRefused(Rejection.UNKNOWN_POST, "no post " + query.postId()));
        if (!post.author().equals(query.viewer().id()) && !query.viewer().moderates()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "the versions are for author and moderators");
        }
        return Stream.concat(
                        Stream.of(version(post.original())),
                        found.later().stream()
                                .filter(later -> later.containsKey(PostDocument.CONTENT))
                                .map(this::version))
                .toList();
    }

    private static boolean isThereFor(Actor viewer, Post post, TopicProgress progress) {
        return viewer.moderates()
                ? !post.gone().equals(PostProjection.ERASED)
                : post.isToBeSeen() && progress.isToBeSeen();
    }

    private static VersionView version(Text text) {
        return new VersionView(text.content(), text.html(), text.at());
    }

    private VersionView version(Document stored) {
        String content = stored.get(PostDocument.CONTENT, PersonalText.class).text();
        return new VersionView(
                content,
                markup.render(content).html(),
                stored.getDate(PostDocument.AT).toInstant());
    }
}
