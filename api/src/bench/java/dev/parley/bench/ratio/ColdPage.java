package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.HttpConnection;
import dev.parley.load.Journal.Stored;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Pages anywhere in a long room, beside a bare route that reads the same documents. No page is asked for twice until all
 * were, and before each run of ours the room gets a new line, which makes every page that was kept worthless.
 */
final class ColdPage implements Comparison {
    private static final int CONNECTIONS = 32;
    private static final int LINES_OF_PAGE = 50;

    private final HttpConnection writer;
    private final Posts posts;
    private final Load ours;
    private final Load baseline;

    /** @param lines in the room */
    ColdPage(Target target, Site site, int lines) throws IOException, InterruptedException {
        Person reader = site.people(1).getFirst();
        String room = site.room(List.of(reader));
        List<Stored> history = site.fill(room, reader, lines);
        IntStream starts = IntStream.range(LINES_OF_PAGE + 1, history.size());
        List<byte[]> pages = new ArrayList<>();
        List<byte[]> reads = new ArrayList<>();
        starts.forEach(index -> {
            String page = Posts.path(room) + "?before=" + history.get(index).id();
            String read = "/read?room=" + room + "&before=" + (index + 1);
            pages.add(HttpConnection.request("GET", page, reader.headers(), ""));
            reads.add(HttpConnection.request("GET", read, reader.headers(), ""));
        });
        writer = new HttpConnection(target.port());
        posts = new Posts(reader, room);
        ours = inTurn(target.port(), pages);
        baseline = inTurn(target.barePort(), reads);
    }

    private static Load inTurn(int port, List<byte[]> requests) {
        Collections.shuffle(requests);
        AtomicInteger next = new AtomicInteger();
        Supplier<byte[]> source = () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
        return new Load(port, CONNECTIONS, 200, number -> source);
    }

    @Override
    public String name() {
        return "cold page of 50 lines / bare route with the same MongoDB read";
    }

    @Override
    public Side ours() {
        return this::afterANewLine;
    }

    private Tally afterANewLine(Duration time) throws IOException, InterruptedException {
        Target.require(writer.send(posts.get()), 201);
        return ours.run(time);
    }

    @Override
    public Side baseline() {
        return baseline;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
