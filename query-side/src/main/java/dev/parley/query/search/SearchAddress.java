package dev.parley.query.search;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Where Elasticsearch is, by one node or by several of one cluster, of which one is asked until it does not answer. */
public final class SearchAddress {
    private final List<URI> nodes;
    private final SearchAccess access;
    private final BooleanSupplier starting;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param nodes at least one */
    SearchAddress(List<URI> nodes, SearchAccess access, BooleanSupplier starting) {
        this.nodes = List.copyOf(nodes);
        this.access = access;
        this.starting = starting;
    }

    /**
     * A server that lets everybody in.
     *
     * @param starting whether it is on its way up, so that its silence is no failure yet
     */
    public SearchAddress(URI uri, BooleanSupplier starting) {
        this(List.of(uri), SearchAccess.OPEN, starting);
    }

    /** The address of a server that is up, or should be, and lets everybody in. */
    public static SearchAddress of(URI uri) {
        return new SearchAddress(uri, () -> false);
    }

    /** The node whose turn it is. */
    public URI uri() {
        return nodes.get(turn.get());
    }

    public BooleanSupplier starting() {
        return starting;
    }

    SearchAccess access() {
        return access;
    }

    /** A request to the node whose turn it is. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve(path));
        return access.authorization().isEmpty() ? request : request.header("Authorization", access.authorization());
    }

    /** Says that a node did not answer, or not as one that is well: it is the next one's turn. */
    void unanswered(URI asked) {
        int now = turn.get();
        if (nodes.get(now).getAuthority().equals(asked.getAuthority())) {
            turn.compareAndSet(now, (now + 1) % nodes.size());
        }
    }
}
