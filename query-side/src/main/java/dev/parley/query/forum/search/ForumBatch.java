package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.forum.TopicId;
import dev.parley.query.search.IndexDocuments;
import dev.parley.query.search.IndexedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One batch of the forum's events: reads the documents that they change, changes those and writes them back. A topic
 * that moves or is removed takes all its posts with it, {@value #STEP} at a time.
 */
final class ForumBatch {
    private static final int STEP = 500;

    private final IndexDocuments documents;
    private final List<ForumChange> changes;
    private final Map<TopicId, IndexedTopic> topics = new LinkedHashMap<>();
    private final Map<PostKey, List<ForumChange>> posts = new LinkedHashMap<>();

    ForumBatch(IndexDocuments documents, List<ForumChange> changes) {
        this.documents = documents;
        this.changes = changes;
    }

    /** @throws dev.parley.query.SearchUnavailable if not all could be written */
    void write() {
        readTopics();
        changes.forEach(this::sort);
        List<PostKey> keys = List.copyOf(posts.keySet());
        for (int from = 0; from < keys.size(); from += STEP) {
            writePosts(keys.subList(from, Math.min(keys.size(), from + STEP)));
        }
        documents.write(
                ForumIndex.INDEX,
                topics.values().stream().map(IndexedTopic::document).toList());
    }

    private void readTopics() {
        Set<TopicId> ids = new LinkedHashSet<>();
        changes.forEach(change -> ids.add(change.topic()));
        Map<String, IndexedDocument> found = read(ids);
        ids.forEach(id -> topics.put(id, new IndexedTopic(found.get(id.value()))));
    }

    private void sort(ForumChange change) {
        switch (change) {
            case ForumChange.ToPost reaction -> post(change, reaction.post().number());
            case ForumChange.InTopic inTopic -> {
                IndexedTopic topic = topics.get(change.topic());
                topic.on(inTopic);
                post(inTopic.event()).ifPresent(number -> post(change, number));
                if (movesPosts(inTopic.event())) {
                    LongStream.rangeClosed(1, topic.posts()).forEach(number -> changesOf(change.topic(), number));
                }
            }
        }
    }

    private void post(ForumChange change, long number) {
        changesOf(change.topic(), number).add(change);
    }

    private List<ForumChange> changesOf(TopicId topic, long number) {
        return posts.computeIfAbsent(new PostKey(topic, number), key -> new ArrayList<>());
    }

    private void writePosts(List<PostKey> keys) {
        Map<String, IndexedDocument> found = read(keys);
        for (PostKey key : keys) {
            var post = new IndexedPost(key, found.get(key.toString()));
            posts.get(key).forEach(post::on);
            post.follow(topics.get(key.topic()));
        }
        documents.write(ForumIndex.INDEX, found.values());
    }

    private Map<String, IndexedDocument> read(Collection<?> ids) {
        return documents.read(
                ForumIndex.INDEX, ids.stream().map(Object::toString).toList());
    }

    private static OptionalLong post(TopicEvent event) {
        return switch (event) {
            case PostAdded added -> OptionalLong.of(added.number());
            case PostEdited edited -> OptionalLong.of(edited.number());
            case PostErased erased -> OptionalLong.of(erased.number());
            case PostRemoved removed -> OptionalLong.of(removed.number());
            case TopicStarted other -> OptionalLong.empty();
            case TopicMoved other -> OptionalLong.empty();
            case TopicRemoved other -> OptionalLong.empty();
            case TopicClosed other -> OptionalLong.empty();
            case TopicReopened other -> OptionalLong.empty();
            case TopicPinned other -> OptionalLong.empty();
            case TopicUnpinned other -> OptionalLong.empty();
        };
    }

    private static boolean movesPosts(TopicEvent event) {
        return switch (event) {
            case TopicMoved moved -> true;
            case TopicRemoved removed -> true;
            case TopicStarted other -> false;
            case TopicClosed other -> false;
            case TopicReopened other -> false;
            case TopicPinned other -> false;
            case TopicUnpinned other -> false;
            case PostAdded other -> false;
            case PostEdited other -> false;
            case PostErased other -> false;
            case PostRemoved other -> false;
        };
    }

    /** A post's document by its id. */
    record PostKey(TopicId topic, long number) {
        @Override
        public String toString() {
            return topic + "~" + number;
        }
    }
}
