package dev.parley.bench.forum;

import dev.parley.bench.forum.RecordedSearches.Search;
import dev.parley.bench.ratio.Comparison;
import dev.parley.bench.ratio.Load;
import dev.parley.bench.ratio.Side;
import dev.parley.load.HttpConnection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Searches of one kind through Parley, beside what it asks Elasticsearch for them: all of them over and over, in turn. */
final class SearchComparison implements Comparison {
    private static final int OK = 200;

    private final Look look;
    private final Load ours;
    private final Load baseline;

    /**
     * Those who search.
     *
     * @param port of Parley
     * @param enginePort of Elasticsearch
     * @param count of connections
     */
    record Clients(int port, int enginePort, int count) {}

    SearchComparison(Look look, List<Search> searches, Forum forum, Clients clients) {
        this.look = look;
        Random random = new Random(1);
        List<byte[]> gets = searches.stream()
                .map(search -> HttpConnection.request(
                        "GET", search.path(), look.viewer(forum, random).headers(), ""))
                .toList();
        List<byte[]> posts = searches.stream()
                .map(search -> HttpConnection.request("POST", search.enginePath(), List.of(), search.engineBody()))
                .toList();
        ours = load(clients.port(), clients.count(), gets);
        baseline = load(clients.enginePort(), clients.count(), posts);
    }

    private static Load load(int port, int connections, List<byte[]> requests) {
        return new Load(port, connections, OK, number -> inTurn(requests, number * requests.size() / connections));
    }

    private static Supplier<byte[]> inTurn(List<byte[]> requests, int first) {
        AtomicInteger next = new AtomicInteger(first);
        return () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
    }

    @Override
    public String name() {
        return "search, " + look + " / the same request sent straight to Elasticsearch";
    }

    @Override
    public Side ours() {
        return ours;
    }

    @Override
    public Side baseline() {
        return baseline;
    }
}
