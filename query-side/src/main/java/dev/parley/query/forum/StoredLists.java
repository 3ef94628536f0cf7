package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.in;

import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the lists in which topics stand. */
@Component
class StoredLists {
    private static final int MOST_PINNED = 100;
    private static final Comparator<TopicEntry> NEWEST_FIRST = Comparator.comparing(TopicEntry::chunk)
            .thenComparing(TopicEntry::position)
            .reversed();

    private final ReadModel stored;

    StoredLists(ReadModels readModels) {
        this.stored = readModels.of(TopicListDocument.COLLECTION);
    }

    /**
     * Where to begin with a board.
     *
     * @param head number of its greatest chunk, or less
     * @param lowest number of its smallest chunk, or less
     * @param pinned ids of the topics that were pinned last, {@value #MOST_PINNED} at most; one that has been unpinned
     *     may be among them
     */
    record Top(long head, long lowest, Set<String> pinned) {}

    CompletableFuture<Top> top(Board board) {
        return byId(List.of(board.id(), TopicListDocument.PINNED_ID)).thenApply(found -> {
            Document told = found.getOrDefault(board.id(), new Document());
            return new Top(
                    told.get(TopicListDocument.HEAD, 0L),
                    -told.get(TopicListDocument.DEPTH, 0L),
                    pinned(topics(found, TopicListDocument.PINNED_ID)));
        });
    }

    /** What stands in the chunks of these numbers, as far as there are any, the newest first: one read. */
    CompletableFuture<List<TopicEntry>> entries(Board board, long lowest, long highest) {
        List<Long> numbers = LongStream.rangeClosed(lowest, highest).boxed().toList();
        return byId(numbers.stream().map(board::chunk).toList())
                .thenApply(found -> numbers.stream()
                        .flatMap(number -> entries(number, topics(found, board.chunk(number))))
                        .sorted(NEWEST_FIRST)
                        .toList());
    }

    private CompletableFuture<Map<String, Document>> byId(List<String> ids) {
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(document -> document.getString("_id"), Function.identity())))
                .toFuture();
    }

    private static Document topics(Map<String, Document> found, String id) {
        return found.getOrDefault(id, new Document()).get(TopicListDocument.TOPICS, new Document());
    }

    private static Stream<TopicEntry> entries(long chunk, Document topics) {
        return topics.keySet().stream().map(topic -> new TopicEntry(topic, chunk, topics.getLong(topic)));
    }

    private static Set<String> pinned(Document topics) {
        return topics.keySet().stream()
                .sorted(Comparator.comparing(topics::getLong).reversed())
                .limit(MOST_PINNED)
                .collect(Collectors.toUnmodifiableSet());
    }
}
