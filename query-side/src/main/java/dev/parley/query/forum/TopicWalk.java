package dev.parley.query.forum;

import dev.parley.query.forum.TopicQuery.ListTopics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers one page of topics: the pinned ones, then those of a board's chunks, from the head downwards. The head's
 * neighbours are read first, and most pages end there, after four reads: of the board, the pinned topics, chunks, their
 * topics. Further down chunks may be nearly empty, and are read {@value #CHUNKS} at once. After {@value #MOST_READS}
 * reads a page ends, full or not, so what it costs does not grow with topics or posts.
 */
final class TopicWalk {
    /** A flush may have made so many chunks of which the board does not tell yet. */
    private static final int AHEAD = 2;

    private static final int FIRST_CHUNKS = 4;
    private static final int CHUNKS = 64;
    private static final int MOST_READS = 24;
    /** So many topics more than are missing are read, since some may be left out. */
    private static final int SPARE = 16;

    private final StoredLists lists;
    private final StoredTopics topics;
    private final ListTopics query;
    private final Board board;
    private final TopicCursor cursor;
    private final Set<String> seen = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private Set<String> pinned = Set.of();
    private long newest = Long.MAX_VALUE;
    private long end;
    private int reads;

    TopicWalk(ListTopics query, StoredLists lists, StoredTopics topics) {
        this.lists = lists;
        this.topics = topics;
        this.query = query;
        this.cursor = query.start();
        this.board = query.board();
    }

    /** @param at that leads on after it */
    private record Found(StoredTopic topic, TopicCursor at) {}

    /** @param next empty at the end */
    record Gathered(List<StoredTopic> topics, Optional<TopicCursor> next) {
        boolean isNothing() {
            return topics.isEmpty() && next.isEmpty();
        }
    }

    CompletableFuture<Gathered> gather() {
        return lists.top(board).thenCompose(top -> {
            end = top.lowest();
            pinned = query.author().isEmpty() ? top.pinned() : Set.of();
            return topics.find(cursor.pinned() ? pinned : Set.of()).thenCompose(known -> {
                addPinned(known.values());
                return descend(cursor.isAtHead() ? top.head() + AHEAD : cursor.chunk(), FIRST_CHUNKS);
            });
        });
    }

    private void addPinned(Collection<StoredTopic> known) {
        known.stream()
                .filter(topic -> topic.pinned() && topic.last() < cursor.position() && isWanted(topic))
                .sorted((one, other) -> Long.compare(other.last(), one.last()))
                .map(topic -> new Found(topic, TopicCursor.afterPinned(topic.last())))
                .forEach(found::add);
    }

    private CompletableFuture<Gathered> descend(long highest, int chunks) {
        if (isFull() || highest < end) {
            return CompletableFuture.completedFuture(gathered(Optional.empty()));
        }
        if (reads >= MOST_READS) {
            return CompletableFuture.completedFuture(gathered(Optional.of(TopicCursor.below(highest + 1))));
        }
        reads++;
        long lowest = Math.max(end, highest - chunks + 1);
        return lists.entries(board, lowest, highest)
                .thenApply(entries -> entries.stream().filter(cursor::precedes).toList())
                .thenCompose(entries -> {
                    rememberNewest(entries);
                    return look(entries);
                })
                .thenCompose(end -> end.isPresent()
                        ? CompletableFuture.completedFuture(gathered(end))
                        : descend(lowest - 1, CHUNKS));
    }

    /** A topic whose last post is newer than what was read at the head has moved up since. */
    private void rememberNewest(List<TopicEntry> entries) {
        if (cursor.isAtHead() && newest == Long.MAX_VALUE && !entries.isEmpty()) {
            newest = entries.stream().mapToLong(TopicEntry::position).max().orElseThrow();
        }
    }

    /** Adds those of these that are to be shown; tells where it ended if there were too many to look at. */
    private CompletableFuture<Optional<TopicCursor>> look(List<TopicEntry> entries) {
        if (isFull() || entries.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        int count = Math.min(entries.size(), query.limit() + 1 - found.size() + SPARE);
        List<TopicEntry> now = entries.subList(0, count);
        reads++;
        return topics.find(now.stream().map(TopicEntry::topic).distinct().toList())
                .thenCompose(known -> {
                    now.forEach(entry -> add(entry, known));
                    return reads >= MOST_READS && !isFull() && count < entries.size()
                            ? CompletableFuture.completedFuture(Optional.of(TopicCursor.after(now.getLast())))
                            : look(entries.subList(count, entries.size()));
                });
    }

    private void add(TopicEntry entry, Map<String, StoredTopic> known) {
        StoredTopic topic = known.get(entry.topic());
        if (topic != null && isThere(topic, entry) && isWanted(topic) && !isOnTop(topic)) {
            found.add(new Found(topic, TopicCursor.after(entry)));
        }
    }

    /** Each topic once, also while a flush takes it from chunk to chunk, or just after it has. */
    private boolean isThere(StoredTopic topic, TopicEntry entry) {
        return (topic.standsAt(entry) || topic.last() > newest) && seen.add(topic.id());
    }

    /** What the topic says counts: the list of the pinned ones is written before it. */
    private boolean isOnTop(StoredTopic topic) {
        return topic.pinned() && pinned.contains(topic.id());
    }

    private boolean isWanted(StoredTopic topic) {
        return query.category().map(topic.category()::equals).orElse(true)
                && query.author().map(topic.author()::equals).orElse(true)
                && !query.without().contains(topic.author());
    }

    private boolean isFull() {
        return found.size() > query.limit();
    }

    private Gathered gathered(Optional<TopicCursor> end) {
        int kept = Math.min(found.size(), query.limit());
        Optional<TopicCursor> next = isFull() ? Optional.of(found.get(kept - 1).at()) : end;
        return new Gathered(found.subList(0, kept).stream().map(Found::topic).toList(), next);
    }
}
