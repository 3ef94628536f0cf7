package dev.parley.query.forum.post;

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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Answers what is asked about posts; their pages are {@link PostPages}'. Renders away from the driver. */
@Component
class PostQueryHandler {
    private static final Executor RENDERING = Schedulers.boundedElastic()::schedule;

    private final ForumReaders readers;
    private final StoredPosts stored;
    private final OlderVersions older;
    private final Markup markup;

    PostQueryHandler(ForumReaders readers, StoredPosts stored, OlderVersions older, Markup markup) {
        this.readers = readers;
        this.stored = stored;
        this.older = older;
        this.markup = markup;
    }

    @QueryHandler
    CompletableFuture<Page<VersionView>> handle(ListVersions query) {
        var id = query.postId();
        return readers.read(
                query.viewer(),
                () -> stored.read(id.topic(), id.number())
                        .thenCompose(found -> withOlder(versions(query, found), query))
                        .thenApplyAsync(versions -> page(versions, query), RENDERING));
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

    /** Where as many are stored as there may be, others may lie between the first and the rest of them. */
    private CompletableFuture<List<Version>> withOlder(List<Version> stored, ListVersions query) {
        if (stored.size() <= PostDocument.MOST_VERSIONS) {
            return CompletableFuture.completedFuture(stored);
        }
        Version first = stored.getFirst();
        List<Version> latest = stored.subList(1, stored.size());
        long after = Math.max(first.sequence(), query.after());
        return older.between(after, latest.getFirst().sequence(), query.postId(), query.limit() + 1)
                .thenApply(between -> Stream.of(List.of(first), between, latest)
                        .flatMap(List::stream)
                        .toList());
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
                        Stream.of(Version.of(post)),
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
