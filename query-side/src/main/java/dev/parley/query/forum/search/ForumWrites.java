package dev.parley.query.forum.search;

import dev.parley.query.BatchSink;
import dev.parley.query.search.IndexDocuments;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Gathers the forum's events of a batch, and has them in the index before the batch's token is stored. */
@Component
class ForumWrites implements BatchSink {
    private static final String GATHERED = ForumWrites.class.getName();

    private final IndexDocuments documents;

    ForumWrites(IndexDocuments documents) {
        this.documents = documents;
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
                new ForumBatch(documents, all).write();
                all.clear();
            }
        }
    }

    /** The index is declared with those who write indexes: they know. */
    @Override
    public boolean isAwayFor(String projection) {
        return false;
    }
}
