package dev.parley.query.search;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BatchSink;
import dev.parley.query.ProjectionRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Empties in an index the texts of somebody whose key was destroyed: it holds them in clear, to find them. What is left
 * is what a replay makes of their events from then on. After all that the batch wrote, and before its token is stored;
 * {@link Expunging} then has the index let go of what was there before.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class ErasedTexts implements BatchSink {
    private static final String GATHERED = ErasedTexts.class.getName();
    private static final int STEP = 500;

    private final IndexDocuments documents;
    private final IndexScan scan;
    private final IndexWrites writes;
    private final Expunging expunging;

    public ErasedTexts(SearchEngine engine, IndexDocuments documents, IndexWrites writes, Expunging expunging) {
        this.writes = writes;
        this.documents = documents;
        this.scan = new IndexScan(engine);
        this.expunging = expunging;
    }

    private record Erasure(
            SearchIndex index, String owner, UserId person, String text, Optional<String> flag, long position) {}

    /**
     * Has a field emptied in all documents of somebody.
     *
     * @param owner field that says whose text it is
     * @param text the field that is emptied
     * @param token place of the event by which they are erased
     */
    public void erase(SearchIndex index, String owner, UserId person, String text, TrackingToken token) {
        add(new Erasure(
                index, owner, person, text, Optional.empty(), token.position().orElseThrow()));
    }

    /**
     * As {@link #erase}, and has the documents found no more.
     *
     * @param flag field that says whether a document is to be found
     */
    public void hide(SearchIndex index, String owner, UserId person, String text, String flag, TrackingToken token) {
        add(new Erasure(
                index, owner, person, text, Optional.of(flag), token.position().orElseThrow()));
    }

    private static void add(Erasure erasure) {
        List<Erasure> all = CurrentUnitOfWork.get().getOrComputeResource(GATHERED, key -> new ArrayList<>());
        all.add(erasure);
    }

    @Override
    public void flush() {
        if (CurrentUnitOfWork.isStarted()) {
            List<Erasure> all = CurrentUnitOfWork.get().getResource(GATHERED);
            if (all != null) {
                all.forEach(this::erase);
                all.clear();
            }
        }
    }

    private void erase(Erasure erasure) {
        List<String> ids = new ArrayList<>();
        var theirs = Map.of("term", Map.of(erasure.owner(), erasure.person().value()));
        scan.each(erasure.index().written(), theirs, hit -> {
            if (!hit.path("_source").path(erasure.text()).asString("").isEmpty()) {
                ids.add(hit.path("_id").asString());
            }
        });
        for (int from = 0; from < ids.size(); from += STEP) {
            empty(erasure, ids.subList(from, Math.min(ids.size(), from + STEP)));
        }
        expunging.emptied(erasure.index(), erasure.position());
    }

    private void empty(Erasure erasure, List<String> ids) {
        Map<String, IndexedDocument> found = documents.read(erasure.index(), ids);
        found.values().forEach(document -> {
            document.fields().put(erasure.text(), "");
            erasure.flag().ifPresent(flag -> document.fields().put(flag, false));
        });
        documents.write(erasure.index(), found.values());
    }

    @Override
    public void drop(ProjectionRun run) {
        writes.declaredBy(run.projection()).ifPresent(index -> expunging.forget(index.of(run)));
    }

    /** The index is declared with those who write indexes: they know. */
    @Override
    public boolean isAwayFor(String projection) {
        return false;
    }
}
