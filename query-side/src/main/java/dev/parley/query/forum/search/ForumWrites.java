package dev.parley.query.forum.search;

import dev.parley.query.BatchSink;
import dev.parley.query.Positions.NotYet;
import dev.parley.query.ProjectionRun;
import dev.parley.query.search.IndexDocuments;
import dev.parley.query.search.SearchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the forum's events of a batch, and has them in the index before the batch's token is stored. While the run that
 * is read keeps up with the log, the posts of a long topic that moves or is removed follow it after that.
 */
@Component
class ForumWrites implements BatchSink {
    private static final String GATHERED = ForumWrites.class.getName();
    private static final String PROJECTION = ForumIndex.INDEX.projection();
    /** A run that is so many events behind at most keeps up. */
    private static final long BEHIND = 1_000;

    private static final long PAUSE_MILLIS = 50;
    /** As long as is waited for a position. */
    private static final int PAUSES = 40;

    private final IndexDocuments documents;
    private final SearchEngine engine;
    private final ForumFollowing following;
    private volatile Set<ProjectionRun> keepingUp = Set.of();

    ForumWrites(IndexDocuments documents, SearchEngine engine) {
        this.documents = documents;
        this.engine = engine;
        this.following = new ForumFollowing(documents);
    }

    void add(ForumChange change) {
        List<ForumChange> all = CurrentUnitOfWork.get().getOrComputeResource(GATHERED, key -> new ArrayList<>());
        all.add(change);
    }

    @Override
    public void flush() {
        if (CurrentUnitOfWork.isStarted()) {
            List<ForumChange> all = CurrentUnitOfWork.get().getResource(GATHERED);
            if (all != null && !all.isEmpty()) {
                write(all, ProjectionRun.current(PROJECTION));
                all.clear();
            }
        }
    }

    private void write(List<ForumChange> changes, ProjectionRun run) {
        var batch = new ForumBatch(documents, changes, keepingUp.contains(run));
        following.between(batch::write);
        if (batch.leavesPosts()) {
            following.goOn(run);
        }
    }

    @Override
    public void reached(ProjectionRun live, long position, long head) {
        if (live.projection().equals(PROJECTION)) {
            keepingUp = head - position <= BEHIND ? Set.of(live) : Set.of();
            following.goOn(live);
        }
    }

    @Override
    public CompletableFuture<Void> show(String projection) {
        return projection.equals(PROJECTION) ? allFollow(PAUSES) : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> allFollow(int pauses) {
        return engine.read(ForumIndex.INDEX, Following.ID).thenCompose(found -> {
            JsonNode topics = found.path(ForumIndex.TOPIC);
            if (topics.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            if (pauses == 0) {
                return CompletableFuture.failedFuture(new NotYet("What follows topics", topics.size()));
            }
            var later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> pauses - 1, later).thenCompose(this::allFollow);
        });
    }

    /** The index is declared with those who write indexes: they know. */
    @Override
    public boolean isAwayFor(String projection) {
        return false;
    }
}
