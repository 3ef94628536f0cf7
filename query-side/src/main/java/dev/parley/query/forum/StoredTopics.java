package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.forum.TopicId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.TopicTitles;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads topics by their ids. */
@Component
class StoredTopics implements TopicTitles {
    private final ReadModel stored;

    StoredTopics(ReadModels readModels) {
        this.stored = readModels.of(TopicDocument.COLLECTION);
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
