package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.parley.query.ProjectionRun;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;

/** Reads where boards begin, for the projection, in what the current unit of work writes. */
final class StoredHeads {
    /** So many chunks are looked for at once beyond the number that a board tells, which may lag. */
    private static final int AHEAD = 3;

    private final MongoCollection<Document> stored;

    StoredHeads(MongoDatabase writtenDatabase) {
        this.stored = writtenDatabase.getCollection(ProjectionRun.currently(TopicListDocument.COLLECTION));
    }

    /** The heads of all these boards: two reads, or more if a board tells far too little. */
    Map<Board, BoardHead> of(Set<Board> boards) {
        Map<String, Document> told = byId(boards.stream().map(Board::id).toList());
        Map<Board, Long> from = new HashMap<>();
        boards.forEach(board -> from.put(board, hint(board, told)));
        Map<Board, BoardHead> heads = new HashMap<>();
        while (!from.isEmpty()) {
            Map<String, Document> chunks = byId(from.entrySet().stream()
                    .flatMap(board -> ahead(board.getValue()).mapToObj(board.getKey()::chunk))
                    .toList());
            from.forEach((board, number) -> head(board, number, chunks).ifPresent(head -> heads.put(board, head)));
            from.replaceAll((board, number) -> number + AHEAD);
            from.keySet().removeIf(board -> !chunks.containsKey(board.chunk(from.get(board) - 1)));
        }
        boards.forEach(board -> heads.putIfAbsent(board, new BoardHead(0, Long.MAX_VALUE, List.of())));
        return heads;
    }

    /** The number of the chunk for this place, one of those below {@code limit}; 0 if all begin after it. */
    long chunkFor(Board board, long position, long limit) {
        long low = 0;
        long high = limit;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (first(board.chunk(middle)) <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long first(String chunk) {
        Document found = stored.find(eq(chunk))
                .projection(include(TopicListDocument.FIRST))
                .first();
        return found == null ? Long.MAX_VALUE : found.get(TopicListDocument.FIRST, Long.MAX_VALUE);
    }

    private static long hint(Board board, Map<String, Document> told) {
        return told.getOrDefault(board.id(), new Document()).get(TopicListDocument.HEAD, 0L);
    }

    private static LongStream ahead(long number) {
        return LongStream.range(number, number + AHEAD);
    }

    private static Optional<BoardHead> head(Board board, long from, Map<String, Document> chunks) {
        return ahead(from).filter(number -> chunks.containsKey(board.chunk(number))).max().stream()
                .mapToObj(number -> head(number, chunks.get(board.chunk(number))))
                .findFirst();
    }

    private static BoardHead head(long number, Document chunk) {
        return new BoardHead(
                number,
                chunk.get(TopicListDocument.FIRST, Long.MAX_VALUE),
                chunk.get(TopicListDocument.TOPICS, new Document()).keySet());
    }

    private Map<String, Document> byId(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        stored.find(in("_id", ids)).forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }
}
