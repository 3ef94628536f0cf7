package dev.parley.query;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A store that can tell what the runs of a projection have in it, so that they can be set against each other. */
public interface RunStore {
    /** The collections or indices that the projection writes here. */
    List<String> placesOf(String projection);

    /** What the collection or index of a run is called itself. */
    String nameOf(ProjectionRun run, String place);

    /**
     * Goes through all that the run has there, in any order. What is written meanwhile may be among it or not.
     *
     * @throws RuntimeException if the store is away
     */
    void scan(ProjectionRun run, String place, Consumer<StoredDocument> each);

    /** Those of these documents that the run has there now. */
    List<StoredDocument> read(ProjectionRun run, String place, Collection<String> ids);

    /** Makes one run have of these documents just what another has. Nobody else may write them meanwhile. */
    void copy(ProjectionRun from, ProjectionRun to, String place, Collection<String> ids);

    /**
     * A document, for comparison.
     *
     * @param digest of its fields, whatever their order; of lists in their order
     */
    record StoredDocument(String id, long digest) {}
}
