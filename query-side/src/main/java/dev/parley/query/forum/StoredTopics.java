package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.forum.TopicId;
import dev.parley.query.TopicTitles;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads topics by their ids. */
@Component
class StoredTopics implements TopicTitles {
    private final MongoCollection<Document> stored;

    StoredTopics(MongoDatabase readDatabase) {
        this.stored = readDatabase.getCollection(TopicDocument.COLLECTION);
    }

    @Override
    public CompletableFuture<Map<TopicId, Titled>> titles(Set<TopicId> topics) {
        return find(topics.stream().map(TopicId::value).toList())
                .thenApply(found -> found.values().stream()
                        .collect(Collectors.toMap(
                                topic -> new TopicId(topic.id()), topic -> new Titled(topic.title(), topic.author()))));
    }

    /** Those of these that there are and nobody removed: one read. */
    CompletableFuture<Map<String, StoredTopic>> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectList()
                .map(found -> found.stream()
                        .flatMap(document -> StoredTopic.of(document).stream())
                        .filter(topic -> !topic.removed())
                        .collect(Collectors.toMap(StoredTopic::id, Function.identity())))
                .toFuture();
    }

    /** A topic, removed or not: one read. */
    CompletableFuture<Optional<StoredTopic>> findAny(String id) {
        return Mono.from(stored.find(eq(id)).first())
                .map(StoredTopic::of)
                .defaultIfEmpty(Optional.empty())
                .toFuture();
    }
}
