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
    private final Map<String, StoredTopic> topics = new HashMap<>();
    private final ChunkWrites chunks;
    private final BoardChunks boards;

    private TopicBatch(Writes writes, MongoDatabase database, List<TopicEvent> events) {
        this.writes = writes;
        this.chunks = new ChunkWrites(writes);
        this.boards = new BoardChunks(new StoredHeads(database), chunks);
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
        boards.load(boards(events));
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
        return ((BatchingUnitOfWork<?>) unit)
                .getMessages().stream()
                        .map(message -> message.getPayload())
                        .filter(TopicEvent.class::isInstance)
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
    StoredTopic bump(StoredTopic from, StoredTopic to) {
        StoredTopic bumped = to;
        for (Board.Kind kind : Board.Kind.values()) {
            Board board = to.board(kind);
            Optional<Long> old = standing(from, kind);
            long chunk = boards.put(board, to.id(), to.last());
            raiseHead(board);
            old.filter(number -> number != chunk)
                    .ifPresent(number -> chunks.move(to.id(), board.chunk(number), board.chunk(chunk)));
            bumped = bumped.standingIn(kind, chunk);
        }
        return bumped;
    }

    private Optional<Long> standing(StoredTopic topic, Board.Kind kind) {
        return topic.chunk(kind).map(put -> boards.standing(topic.board(kind), put, topic.last()));
    }

    private void raiseHead(Board board) {
        var head = new Document(TopicListDocument.HEAD, boards.head(board));
        writes.raise(TopicListDocument.COLLECTION, board.id(), head);
    }

    /** The topic at its place in another category's board. */
    StoredTopic move(StoredTopic from, StoredTopic to) {
        Optional<Long> old = standing(from, Board.Kind.CATEGORY);
        if (old.isEmpty()) {
            return to;
        }
        Board board = to.board(Board.Kind.CATEGORY);
        long chunk = boards.insert(board, to.id(), to.last());
        Board oldBoard = from.board(Board.Kind.CATEGORY);
        chunks.move(to.id(), oldBoard.chunk(old.get()), board.chunk(chunk));
        boards.remove(oldBoard, to.id());
        return to.standingIn(Board.Kind.CATEGORY, chunk);
    }

    /** Takes the topic out of all its boards. */
    void remove(StoredTopic topic) {
        for (Board.Kind kind : Board.Kind.values()) {
            Board board = topic.board(kind);
            standing(topic, kind).ifPresent(chunk -> {
                chunks.take(topic.id(), board.chunk(chunk));
                boards.remove(board, topic.id());
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
