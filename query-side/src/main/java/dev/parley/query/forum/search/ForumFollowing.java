package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicId;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.search.IndexDocuments;
import dev.parley.query.search.IndexedDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has posts say what their topic says once it has moved or was removed: beside the batches, {@value #STEP} at a time,
 * since a topic may have 10,000. How far it is stands in the index, so that whoever works on the run goes on there.
 */
final class ForumFollowing {
    static final int STEP = 250;

    private static final Logger LOG = LoggerFactory.getLogger(ForumFollowing.class);

    private final IndexDocuments documents;
    private final Lock writing = new ReentrantLock(true);
    private final AtomicBoolean going = new AtomicBoolean();

    ForumFollowing(IndexDocuments documents) {
        this.documents = documents;
    }

    /** Writes a batch between two steps: it waits for one at most. */
    void between(Runnable batch) {
        writing.lock();
        try {
            batch.run();
        } finally {
            writing.unlock();
        }
    }

    /** Goes on until all is done, on a thread of its own, unless that runs already. */
    void goOn(ProjectionRun run) {
        if (going.compareAndSet(false, true)) {
            Thread.ofVirtual().name("forum-following").start(() -> {
                try {
                    while (step(run)) {
                        LOG.debug("{} posts follow their topic", STEP);
                    }
                } catch (SearchUnavailable away) {
                    LOG.debug("Posts follow their topic later", away);
                } finally {
                    going.set(false);
                }
            });
        }
    }

    /**
     * Has the next posts follow.
     *
     * @return whether there were any
     * @throws SearchUnavailable if they could not be written, and are still to be
     */
    boolean step(ProjectionRun run) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        run.enter(unit);
        var following = new AtomicBoolean();
        unit.execute(() -> between(() -> following.set(step())));
        return following.get();
    }

    private boolean step() {
        var following = new Following(read(List.of(Following.ID)).get(Following.ID));
        Optional<TopicId> first = following.first();
        first.ifPresent(id -> follow(id, following));
        return first.isPresent();
    }

    /** What is done is found before it is said to be done. */
    private void follow(TopicId id, Following following) {
        var topic = new IndexedTopic(read(List.of(id)).get(id.value()));
        long from = following.next(topic);
        long to = Math.min(from + STEP - 1, topic.posts());
        write(
                topic,
                LongStream.rangeClosed(from, to)
                        .mapToObj(number -> new PostKey(id, number))
                        .toList());
        if (to < topic.posts()) {
            following.goOnAt(to + 1, topic);
        } else {
            documents.refresh(ForumIndex.INDEX);
            following.finish();
        }
        documents.write(ForumIndex.INDEX, List.of(following.document()));
    }

    private void write(IndexedTopic topic, List<PostKey> keys) {
        Map<String, IndexedDocument> found = read(keys);
        keys.forEach(key -> new IndexedPost(key, found.get(key.toString())).follow(topic));
        documents.write(ForumIndex.INDEX, found.values());
    }

    private Map<String, IndexedDocument> read(Collection<?> ids) {
        return documents.read(
                ForumIndex.INDEX, ids.stream().map(Object::toString).toList());
    }
}
