package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.HttpConnection;
import dev.parley.load.Journal.Stored;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Pages anywhere in a long room, beside a bare route that reads the same documents. */
final class ColdPage implements Comparison {
    private static final int CONNECTIONS = 32;
    private static final int LINES_OF_PAGE = 50;

    private final Load ours;
    private final Load baseline;

    /** @param lines in the room */
    ColdPage(Target target, Site site, int lines) throws IOException {
        Person reader = site.people(1).getFirst();
        String room = site.room(List.of(reader));
        long position = site.fill(room, reader, lines);
        List<Stored> history;
        try (ApiClient api = new ApiClient(target.port())) {
            history = new History(api, reader).read(room, position);
        }
        List<byte[]> pages = IntStream.range(LINES_OF_PAGE, history.size())
                .mapToObj(index ->
                        Posts.path(room) + "?before=" + history.get(index).id())
                .map(path -> HttpConnection.request("GET", path, reader.headers(), ""))
                .toList();
        List<byte[]> reads = IntStream.range(LINES_OF_PAGE, history.size())
                .mapToObj(index -> "/read?room=" + room + "&before=" + (index + 1))
                .map(path -> HttpConnection.request("GET", path, reader.headers(), ""))
                .toList();
        ours = new Load(target.port(), CONNECTIONS, 200, anyOf(pages));
        baseline = new Load(target.barePort(), CONNECTIONS, 200, anyOf(reads));
    }

    private static IntFunction<Supplier<byte[]>> anyOf(List<byte[]> requests) {
        return number -> () -> requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
    }

    @Override
    public String name() {
        return "cold page of 50 lines / bare route with the same MongoDB read";
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
