package dev.parley.query.forum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Where topics stand in the chunks of boards, as one batch of events finds and changes it. Most come to the head. One that
 * comes among older ones, because it moved here, has room made for it: from a chunk that is full, the oldest go down into
 * the next one, and so on until there is room, in a new chunk at the end if need be.
 */
final class BoardChunks {
    /** So many go down at once where there is room for them, so that they seldom have to. */
    private static final int GOING_DOWN = Board.CHUNK / 2;

    private final StoredHeads stored;
    private final ChunkWrites writes;
    private final Map<Board, BoardHead> heads = new HashMap<>();
    private final Map<String, Document> read = new HashMap<>();

    BoardChunks(StoredHeads stored, ChunkWrites writes) {
        this.stored = stored;
        this.writes = writes;
    }

    /** Reads where these begin. */
    void load(Set<Board> boards) {
        heads.putAll(stored.of(boards));
    }

    /** Number of the board's head. */
    long head(Board board) {
        return heads.get(board).number();
    }

    /**
     * The number of the chunk in which a topic stands.
     *
     * @param put the one into which it was put, from where it may have gone down
     * @param position of the topic's last post
     */
    long standing(Board board, long put, long position) {
        return heads.get(board).goesDown() ? numberFor(board, position) : put;
    }

    /** Puts a topic into the head if its place is there, and else among the others; returns its chunk's number. */
    long put(Board board, String topic, long position) {
        BoardHead head = heads.get(board);
        if (!head.takes(position)) {
            return insert(board, topic, position);
        }
        long number = head.add(topic, position);
        writes.put(board.chunk(number), topic, position);
        return number;
    }

    /** Puts a topic among the others; returns its chunk's number. */
    long insert(Board board, String topic, long position) {
        insert(board, numberFor(board, position), Map.of(topic, position));
        return numberFor(board, position);
    }

    /** Takes a topic out of the head, if it is there. */
    void remove(Board board, String topic) {
        heads.get(board).remove(topic);
    }

    private void insert(Board board, long number, Map<String, Long> topics) {
        Map<String, Long> all = topics(board.chunk(number));
        all.putAll(topics);
        Map<String, Long> older =
                all.size() > Board.CHUNK ? oldest(all, goingDown(board, number, all.size())) : Map.of();
        if (!older.isEmpty()) {
            writes.deepen(board, heads.get(board).deepen(number - 1));
            insert(board, number - 1, older);
        }
        topics.forEach((topic, position) -> {
            if (!older.containsKey(topic)) {
                writes.put(board.chunk(number), topic, position);
                heads.get(board).put(topic, number, position);
            }
        });
        if (!older.isEmpty()) {
            all.keySet().removeAll(older.keySet());
            leave(
                    board,
                    number,
                    older.keySet(),
                    all.values().stream().min(Long::compare).orElseThrow());
        }
    }

    /** Takes topics out of a chunk that stand in the next one by now: it begins at {@code start} from then on. */
    private void leave(Board board, long number, Set<String> older, long start) {
        older.forEach(topic -> writes.move(topic, board.chunk(number), board.chunk(number - 1)));
        writes.start(board.chunk(number), start);
        heads.get(board).start(number, older, start);
    }

    private int goingDown(Board board, long number, int size) {
        int room = Board.CHUNK - topics(board.chunk(number - 1)).size();
        return Math.max(size - Board.CHUNK, Math.min(GOING_DOWN, room));
    }

    private static Map<String, Long> oldest(Map<String, Long> topics, int count) {
        Map<String, Long> oldest = new LinkedHashMap<>();
        topics.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(count)
                .forEach(topic -> oldest.put(topic.getKey(), topic.getValue()));
        return oldest;
    }

    /** The number of the chunk for this place; the smallest if all begin after it. */
    private long numberFor(Board board, long position) {
        BoardHead head = heads.get(board);
        long number = head.chunkFor(position);
        if (head.knows(number)) {
            return number;
        }
        long low = head.lowest();
        long high = number + 1;
        while (high - low > 1) {
            long middle = Math.floorDiv(low + high, 2);
            if (first(board.chunk(middle)) <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long first(String chunk) {
        Document found = read(chunk);
        return writes.first(
                chunk,
                found.get(TopicListDocument.FIRST, Long.MAX_VALUE),
                found.get(TopicListDocument.START, Long.MIN_VALUE));
    }

    /** With their places. */
    private Map<String, Long> topics(String chunk) {
        Map<String, Long> topics = new HashMap<>();
        read(chunk)
                .get(TopicListDocument.TOPICS, new Document())
                .forEach((topic, position) -> topics.put(topic, (Long) position));
        writes.changeTopics(chunk, topics);
        return topics;
    }

    /** As it was before the batch. */
    private Document read(String chunk) {
        return read.computeIfAbsent(chunk, stored::chunk);
    }
}
