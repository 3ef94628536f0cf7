package dev.parley.bench.export;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Percentile;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.ratio.Machine;
import dev.parley.load.ApiClient;
import dev.parley.load.HttpConnection;
import dev.parley.load.Journal;
import dev.parley.load.Lane;
import dev.parley.load.Person;
import dev.parley.load.Player;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * Plays a file of chat in, and exports the log over HTTP in turns with a raw read of it in the server's JVM:
 * {@code ExportBeside FILE.jsonl.gz [--lines=50000] [--clients=32] [--warm-up=3] [--pairs=7] [--data=DIR]}.
 */
public final class ExportBeside {
    private static final String EVENTS = "/api/analytics/events/";
    private static final String NOTHING = EVENTS + "?types=RoomFinished";
    private static final String OWN = "/api/me/export/";

    private final ServerProcess server;
    private final int barePort;

    /**
     * What was measured once.
     *
     * @param events in the log; the other figures are how many of them a second
     * @param all exported
     * @param none looked through for a type that there is not
     * @param own looked through for somebody of whom there is nothing
     * @param raw read by the server, for nothing
     */
    private record Round(double events, double all, double none, double own, double raw) {}

    private ExportBeside(ServerProcess server, int barePort) {
        this.server = server;
        this.barePort = barePort;
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        List<Lane> lanes =
                ChatFile.read(Path.of(arguments.word(0, "file of chat")), 1, arguments.number("lines", 50_000));
        int barePort = ServerProcess.freePort();
        var setup = BenchServer.setup(
                arguments,
                "--spring.profiles.active=bench",
                "--bench.port=" + barePort,
                "--parley.limits.person.exports=999999999/1s");
        try (ServerProcess server = ServerProcess.start(setup)) {
            Player player = new Player(server.port(), arguments.number("clients", 32));
            player.prepare(lanes);
            Journal journal = player.play(lanes);
            System.out.printf(Locale.ROOT, "accepted %d lines; %s%n", journal.acceptedLines(), Machine.describe());
            var run = new ExportBeside(server, barePort);
            run.measure(arguments.number("warm-up", 3), arguments.number("pairs", 7));
        }
    }

    private void measure(int warmUp, int pairs) throws IOException {
        List<Round> rounds = new ArrayList<>();
        try (ApiClient api = new ApiClient(server.port());
                HttpConnection ours = new HttpConnection(server.port());
                ApiClient bare = new ApiClient(barePort)) {
            Person analyst = api.token("load-analyst", "analyst");
            for (int i = -warmUp; i < pairs; i++) {
                Round round = round(ours, analyst, bare);
                System.out.println((i < 0 ? "warm-up " : "") + round);
                if (i >= 0) {
                    rounds.add(round);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f events: export %.0f/s, of a type that there is not %.0f/s, one's own %.0f/s, raw read %.0f/s; ratios %.2f, %.2f,"
                        + " %.2f%n",
                median(rounds, Round::events),
                median(rounds, Round::all),
                median(rounds, Round::none),
                median(rounds, Round::own),
                median(rounds, Round::raw),
                median(rounds, round -> round.all() / round.raw()),
                median(rounds, round -> round.none() / round.raw()),
                median(rounds, round -> round.own() / round.raw()));
    }

    private static Round round(HttpConnection ours, Person analyst, ApiClient bare) throws IOException {
        JsonNode read = bare.get(List.of(), "/log").orFail("the raw read").body();
        double events = read.path("events").asDouble();
        return new Round(
                events,
                events / seconds(ours, analyst, EVENTS, (long) events),
                events / seconds(ours, analyst, NOTHING, 0),
                events / seconds(ours, analyst, OWN, 0),
                events / read.path("nanos").asDouble() * 1e9);
    }

    /** @param lines at least so many must come */
    private static double seconds(HttpConnection ours, Person analyst, String path, long lines) throws IOException {
        long begin = System.nanoTime();
        int status = ours.send(HttpConnection.request("GET", path, analyst.headers(), ""));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (status != 200 || ours.text().lines().count() < lines) {
            throw new IllegalStateException(path + " was answered with " + status + ", or not whole");
        }
        return seconds;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Percentile.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
