package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.query.Latest;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Writes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * The topics that one batch of events is about, and the heads of the boards where they stand: read at its first event,
 * all at once, and kept up to date while the batch is handled. The next batch reads anew: another node may have it.
 */
final class TopicBatch {
    private static final String RESOURCE = TopicBatch.class.getName();

    private final Writes writes;
    private final StoredHeads storedHeads;
    private final Map<String, StoredTopic> topics = new HashMap<>();
    private final Map<Board, Head> heads = new HashMap<>();
    private final ChunkWrites chunks;

    private TopicBatch(Writes writes, MongoDatabase database, List<TopicEvent> events) {
        this.writes = writes;
        this.storedHeads = new StoredHeads(database);
        this.chunks = new ChunkWrites(writes);
        if (!events.isEmpty()) {
            load(events, database);
        }
    }

    /** Has the lists written before anything else of the batch by naming them first. */
    private void load(List<TopicEvent> events, MongoDatabase database) {
        List<String> ids =
                events.stream().map(event -> event.topicId().value()).distinct().toList();
        database.getCollection(ProjectionRun.currently(TopicDocument.COLLECTION))
                .find(in("_id", ids))
                .forEach(stored -> StoredTopic.of(stored).ifPresent(topic -> topics.put(topic.id(), topic)));
        heads.putAll(storedHeads.of(boards(events)));
        raiseHead(Board.ALL);
    }

    /** That of the current unit of work. */
    static TopicBatch current(Writes writes, MongoDatabase database) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        TopicBatch begun = unit.getResource(RESOURCE);
        if (begun != null) {
            return begun;
        }
        TopicBatch batch = new TopicBatch(writes, database, events(unit));
        unit.resources().put(RESOURCE, batch);
        return batch;
    }

    private static List<TopicEvent> events(UnitOfWork<?> unit) {
        Stream<?> messages = unit instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream().map(message -> message.getPayload())
                : Stream.of(unit.getMessage().getPayload());
        return messages.filter(TopicEvent.class::isInstance)
                .map(TopicEvent.class::cast)
                .toList();
    }

    private Set<Board> boards(List<TopicEvent> events) {
        Set<Board> boards = new HashSet<>(List.of(Board.ALL));
        topics.values()
                .forEach(topic ->
                        Stream.of(Board.Kind.values()).map(topic::board).forEach(boards::add));
        events.forEach(event -> {
            if (event instanceof TopicStarted started) {
                boards.addAll(List.of(Board.of(started.category()), Board.of(started.author())));
            } else if (event instanceof TopicMoved moved) {
                boards.add(Board.of(moved.to()));
            }
        });
        return boards;
    }

    /** The topic as it was before this event of its stream; nothing if it has that already, or never began. */
    Optional<StoredTopic> before(TopicId topic, long sequence) {
        return Optional.ofNullable(topics.get(topic.value())).filter(found -> found.sequence() < sequence);
    }

    boolean knows(TopicId topic) {
        return topics.containsKey(topic.value());
    }

    void keep(StoredTopic topic) {
        topics.put(topic.id(), topic);
        writes.raise(
                TopicDocument.COLLECTION,
                topic.id(),
                new Document(TopicDocument.STATE, Latest.of(topic.sequence(), topic.state())));
    }

    /** The topic where its last post takes it in all its boards: to the head. */
    StoredTopic bump(StoredTopic topic) {
        StoredTopic bumped = topic;
        for (Board.Kind kind : Board.Kind.values()) {
            Board board = topic.board(kind);
            Head head = heads.get(board);
            long chunk = head.takes(topic.last()) ? head.add(topic.id(), topic.last()) : place(topic, board);
            raiseHead(board);
            chunks.put(board.chunk(chunk), topic.id(), topic.last());
            topic.chunk(kind)
                    .filter(old -> old != chunk)
                    .ifPresent(old -> chunks.move(topic.id(), board.chunk(old), board.chunk(chunk)));
            bumped = bumped.standingIn(kind, chunk);
        }
        return bumped;
    }

    private void raiseHead(Board board) {
        var head = new Document(TopicListDocument.HEAD, heads.get(board).number());
        writes.raise(TopicListDocument.COLLECTION, board.id(), head);
    }

    /** The topic at its place in another category's board. */
    StoredTopic move(StoredTopic from, StoredTopic to) {
        Optional<Long> old = from.chunk(Board.Kind.CATEGORY);
        if (old.isEmpty()) {
            return to;
        }
        Board board = to.board(Board.Kind.CATEGORY);
        long chunk = place(to, board);
        chunks.put(board.chunk(chunk), to.id(), to.last());
        Board oldBoard = from.board(Board.Kind.CATEGORY);
        chunks.move(to.id(), oldBoard.chunk(old.get()), board.chunk(chunk));
        heads.get(oldBoard).remove(to.id());
        return to.standingIn(Board.Kind.CATEGORY, chunk);
    }

    /** Puts it into the chunk where its last post belongs. */
    private long place(StoredTopic topic, Board board) {
        Head head = heads.get(board);
        long found = head.chunkFor(topic.last());
        long chunk = head.knows(found) || found < 0
                ? Math.max(0, found)
                : storedHeads.chunkFor(board, topic.last(), found + 1);
        head.put(topic.id(), chunk, topic.last());
        return chunk;
    }

    /** Takes the topic out of all its boards. */
    void remove(StoredTopic topic) {
        for (Board.Kind kind : Board.Kind.values()) {
            Board board = topic.board(kind);
            topic.chunk(kind).ifPresent(chunk -> {
                chunks.take(topic.id(), board.chunk(chunk));
                heads.get(board).remove(topic.id());
            });
        }
    }

    /** @param position in the log */
    void pin(StoredTopic topic, long position) {
        chunks.put(TopicListDocument.PINNED_ID, topic.id(), position);
    }

    void unpin(StoredTopic topic) {
        chunks.take(topic.id(), TopicListDocument.PINNED_ID);
    }
}
