package dev.parley.query.forum.post;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.markup.Rendered;
import dev.parley.query.forum.post.PostQuery.ListVersions;
import dev.parley.query.forum.post.PostQuery.PreviewPost;
import dev.parley.query.forum.post.StoredPosts.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Answers what is asked about posts; their pages are {@link PostPages}'. Renders away from the driver. */
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
                        .thenApplyAsync(found -> page(versions(query, found), query), RENDERING));
    }

    @QueryHandler
    CompletableFuture<PreviewView> handle(PreviewPost query) {
        return readers.read(
                query.viewer(),
                () -> CompletableFuture.supplyAsync(
                        () -> preview(query.content().value()), RENDERING));
    }

    private PreviewView preview(String text) {
        Rendered rendered = markup.render(text);
        return new PreviewView(rendered.html(), rendered.embeds());
    }

    /** @param sequence place in the topic's stream */
    private record Version(long sequence, String content, Instant at) {
        static Version of(Document stored) {
            return new Version(
                    stored.getLong(PostDocument.SEQUENCE),
                    stored.get(PostDocument.CONTENT, PersonalText.class).text(),
                    stored.getDate(PostDocument.AT).toInstant());
        }
    }

    private Page<VersionView> page(List<Version> versions, ListVersions query) {
        List<Version> left = versions.stream()
                .filter(version -> version.sequence() > query.after())
                .toList();
        List<Version> shown = left.stream().limit(query.limit()).toList();
        return new Page<>(
                shown.stream().map(this::shown).toList(),
                shown.size() < left.size() ? Long.toString(shown.getLast().sequence()) : null);
    }

    private VersionView shown(Version version) {
        return new VersionView(
                version.content(), markup.render(version.content()).html(), version.at());
    }

    private static List<Version> versions(ListVersions query, Stretch found) {
        Post post = found.posts().stream()
                .filter(one -> one.id().equals(query.postId()) && isThereFor(query.viewer(), one, found.progress()))
                .findFirst()
                .orElseThrow(() -> new ReadRefused(Rejection.UNKNOWN_POST, "There is no such post."));
        if (!post.author().equals(query.viewer().id()) && !query.viewer().moderates()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "Versions are for the author and moderators.");
        }
        return Stream.concat(
                        Stream.of(new Version(
                                post.id().sequence(),
                                post.original().content(),
                                post.original().at())),
                        found.later().stream()
                                .filter(later -> later.containsKey(PostDocument.CONTENT))
                                .map(Version::of))
                .toList();
    }

    private static boolean isThereFor(Actor viewer, Post post, TopicProgress progress) {
        return viewer.moderates()
                ? !post.gone().equals(PostProjection.ERASED)
                : post.isToBeSeen() && progress.isToBeSeen();
    }
}
