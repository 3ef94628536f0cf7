package dev.parley.query.forum.post;

import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.forum.TopicId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads stored posts by their numbers, which have no holes, and so by their ids. */
@Component
class StoredPosts implements PostSource {
    private final ReadModel stored;

    StoredPosts(ReadModels readModels) {
        this.stored = readModels.of(PostDocument.COLLECTION);
    }

    /**
     * What is stored of a stretch of posts.
     *
     * @param posts by number; those not stored yet are missing
     * @param later versions of the post asked for that followed its first one, oldest first
     */
    record Stretch(TopicProgress progress, List<Post> posts, List<Document> later) {
        static Stretch of(List<Document> documents) {
            TopicProgress progress = TopicProgress.NONE;
            List<Post> posts = new ArrayList<>(documents.size());
            List<Document> later = List.of();
            for (Document document : documents) {
                if (document.containsKey(PostDocument.NUMBER)) {
                    posts.add(Post.of(document));
                } else if (document.containsKey(PostDocument.VERSIONS)) {
                    later = document.getList(PostDocument.VERSIONS, Document.class);
                } else {
                    progress = TopicProgress.of(document);
                }
            }
            posts.sort(Comparator.comparingLong(post -> post.id().number()));
            return new Stretch(progress, posts, later);
        }
    }

    /** As of {@link ReadModel#generation}. */
    long generation() {
        return stored.generation();
    }

    /** One read of the topic's progress. */
    CompletableFuture<TopicProgress> progress(TopicId topic) {
        return find(List.of(topic.value())).thenApply(Stretch::progress);
    }

    /** One read. */
    @Override
    public CompletableFuture<Stretch> read(TopicId topic, long first, long last) {
        List<String> ids = new ArrayList<>();
        ids.add(topic.value());
        LongStream.rangeClosed(first, last).forEach(number -> ids.add(PostDocument.id(topic, number)));
        return find(ids);
    }

    /** One read of the topic's progress and one post with all its versions. */
    CompletableFuture<Stretch> read(TopicId topic, long number) {
        return find(List.of(topic.value(), PostDocument.id(topic, number), PostDocument.versions(topic, number)));
    }

    private CompletableFuture<Stretch> find(List<String> ids) {
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectList()
                .map(Stretch::of)
                .toFuture();
    }
}
