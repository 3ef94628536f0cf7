package dev.parley.query.forum.post;

import dev.parley.query.Page;
import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.post.PostQuery.ListPostsAsOf;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what posts there were at some time. */
@Component
class PastPostQueryHandler {
    private final ForumReaders readers;
    private final PastReads reads;
    private final PastNames names;
    private final Markup markup;

    PastPostQueryHandler(ForumReaders readers, PastReads reads, PastNames names, Markup markup) {
        this.readers = readers;
        this.reads = reads;
        this.names = names;
        this.markup = markup;
    }

    @QueryHandler
    CompletableFuture<Page<PostView>> handle(ListPostsAsOf query) {
        var posts = new PostsAsOf(reads, query.topic(), markup);
        return readers.read(
                query.viewer(),
                () -> new PostReader(posts, names.asOf(query.topic().asOf()))
                        .page(query.page(), Set.of(query.viewer().id()))
                        .thenApply(PostReader.Shown::page));
    }
}
