package dev.parley.bench.chat;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Percentile;
import dev.parley.bench.Site;
import dev.parley.bench.ratio.Machine;
import dev.parley.kernel.room.MessageId;
import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.HttpConnection;
import dev.parley.load.Journal.Stored;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Fills one room, has some lines deleted, and reads pages somewhere in it, as they are and as they were, in turns:
 * {@code PastPages [--lines=100000] [--deleted=1000] [--requests=300] [--rounds=5] [--data=DIR]}. With {@code --room=ID} the
 * room is one that an earlier run has filled in the same directory.
 */
public final class PastPages {
    private static final long SEED = 1;

    private final Person moderator;
    private final String room;
    private final List<Stored> lines;
    /** Position of the line in the middle. */
    private final long halfWay;

    private final Random random = new Random(SEED);

    /** What is asked for. */
    private enum Page {
        /** Somewhere in the middle half of the room, as it is; hardly ever one that is kept in memory. */
        LIVE,
        /** The same, from the log, as of now. */
        NOW,
        /** The newest lines of a time when the room had half of its lines, before any was deleted. */
        HALF_WAY,
        /** The first lines, as they are: all that was deleted came behind them. */
        FIRST
    }

    private PastPages(ApiClient api, Person moderator, String room, List<Stored> lines) throws IOException {
        this.moderator = moderator;
        this.room = room;
        this.lines = lines;
        MessageId middle = MessageId.parse(lines.get(lines.size() / 2).id());
        String event = "/api/mod/history/room/" + room + "/?limit=1&after=" + (middle.sequence() - 1);
        halfWay = api.get(moderator.headers(), event)
                .orFail("the history of the room")
                .body()
                .at("/events/items/0/position")
                .asLong();
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        var setup = BenchServer.setup(arguments);
        try (ServerProcess server = ServerProcess.start(setup);
                Site site = new Site(server.port());
                ApiClient api = new ApiClient(server.port());
                HttpConnection http = new HttpConnection(server.port())) {
            String room = arguments.text("room").orElse("");
            if (room.isEmpty()) {
                Person author = site.people(1).getFirst();
                room = site.room(List.of(author));
                site.fill(room, author, arguments.number("lines", 100_000));
                System.out.println("filled " + room);
            }
            List<Stored> lines = new History(api, site.moderator()).read(room, 0);
            PastPages run = new PastPages(api, site.moderator(), room, lines);
            run.delete(http, arguments.number("deleted", 1_000));
            System.out.printf(Locale.ROOT, "%d lines; %s%n", lines.size(), Machine.describe());
            run.measure(http, arguments.number("requests", 300), arguments.number("rounds", 5));
        }
    }

    private void delete(HttpConnection http, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Stored line = lines.get((int) ((long) i * lines.size() / count));
            String path = "/api/chat/messages/" + line.id() + "/?reason=for+a+bench";
            send(http, HttpConnection.request("DELETE", path, moderator.headers(), ""));
        }
    }

    private void measure(HttpConnection http, int requests, int rounds) throws IOException {
        Map<Page, LongStream.Builder> nanos = new EnumMap<>(Page.class);
        for (int round = -1; round < rounds; round++) {
            for (Page page : Page.values()) {
                LongStream.Builder measured = nanos.computeIfAbsent(page, first -> LongStream.builder());
                for (int i = 0; i < requests; i++) {
                    long took = send(http, HttpConnection.request("GET", path(page), moderator.headers(), ""));
                    if (round >= 0) {
                        measured.add(took);
                    }
                }
            }
        }
        nanos.forEach((page, measured) -> print(page, measured.build().toArray()));
    }

    private String path(Page page) {
        String then = "/api/mod/history/room/" + room + "/page/?limit=50";
        Stored line = lines.get(lines.size() / 4 + random.nextInt(lines.size() / 2));
        return switch (page) {
            case LIVE -> "/api/chat/" + room + "/messages/?limit=50&before=" + line.id();
            case NOW -> then + "&before=" + line.id();
            case HALF_WAY -> then + "&as_of=" + halfWay;
            case FIRST -> then + "&after=" + lines.getFirst().id();
        };
    }

    private static void print(Page page, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms%n",
                page,
                Percentile.of(nanos, 50) / 1e6,
                Percentile.of(nanos, 99) / 1e6);
    }

    private static long send(HttpConnection http, byte[] request) throws IOException {
        long begin = System.nanoTime();
        int status = http.send(request);
        long nanos = System.nanoTime() - begin;
        if (status / 100 != 2) {
            throw new IllegalStateException("answered with " + status + ": " + http.text());
        }
        return nanos;
    }
}
