package dev.parley.query;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * One filling of a projection's read model, from the log's first event on. A rebuild fills the next version beside the
 * one that is read; each has collections, indices and a token of its own.
 *
 * @param version 1 for the first, which bears the plain names
 */
public record ProjectionRun(String projection, int version) {
    private static final int FIRST = 1;
    private static final String RESOURCE = ProjectionRun.class.getName();

    public static ProjectionRun first(String projection) {
        return new ProjectionRun(projection, FIRST);
    }

    /** Which run of this projection the current unit of work writes: the first unless it was told. */
    public static ProjectionRun current(String projection) {
        return new ProjectionRun(projection, currentVersion());
    }

    /** What the collection is called that the current unit of work writes. */
    public static String currently(String collection) {
        return suffixed(collection, "-v", currentVersion());
    }

    private static int currentVersion() {
        Integer entered =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(RESOURCE) : null;
        return entered == null ? FIRST : entered;
    }

    /** Has the handlers of this unit of work write to this run. */
    public void enter(UnitOfWork<?> unit) {
        unit.resources().put(RESOURCE, version);
    }

    /** Names the processor and its token, such as {@code rooms} and {@code rooms-v2}. */
    public String name() {
        return collection(projection);
    }

    /** What a collection is called in this run, such as {@code messages} and {@code messages-v2}. */
    public String collection(String collection) {
        return suffixed(collection, "-v", version);
    }

    /** What an index is called in this run, such as {@code forum-posts-v3} and {@code forum-posts-v3.2}. */
    public String index(String index) {
        return suffixed(index, ".", version);
    }

    private static String suffixed(String name, String separator, int version) {
        return version == FIRST ? name : name + separator + version;
    }
}
