package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.forum.ForumIn;
import dev.parley.bench.people.Crowd;
import dev.parley.bench.people.Population;
import dev.parley.load.ApiClient;
import dev.parley.load.ServerProcess;
import dev.parley.load.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Fills a server with all there is until its log has so many events: people with their relations and conversations and
 * reports through the API, a forum and, for the rest, chat by commands within the server, the file played over and over into
 * rooms of its own each time. Projections that nothing of this reads are paused meanwhile.
 * {@code Fill FILE.jsonl.gz [people reports forum chat] [--events=1000000] [--people=EVENTS/200] [--clients=32]
 * [--data=DIR]}: without words, all four; with some, these alone, so that a fill that was cut off goes on with what is
 * missing.
 */
public final class Fill {
    private static final int EVENTS_PER_PERSON = 200;
    private static final int EVENTS_PER_TOPIC = 100;
    private static final double MIB = 1024.0 * 1024;
    private static final Duration LOOK = Duration.ofMillis(500);
    /** What those who write read. */
    private static final Set<String> NEEDED = Set.of("operations", "members", "relations", "conversations");

    private final Arguments arguments;
    private final Path file;
    private final int port;
    private final int barePort;
    private final int events;
    private final int people;
    private final int clients;

    private Fill(Arguments arguments, int port, int barePort) {
        this.arguments = arguments;
        this.port = port;
        this.barePort = barePort;
        file = Path.of(arguments.word(0, "file of chat")).toAbsolutePath();
        events = arguments.number("events", 1_000_000);
        people = arguments.number("people", events / EVENTS_PER_PERSON);
        clients = arguments.number("clients", 32);
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        int barePort = ServerProcess.freePort();
        var setup = BenchServer.setup(
                arguments, ForumIn.UNPACED, "--spring.profiles.active=bench", "--bench.port=" + barePort);
        try (ServerProcess server = ServerProcess.start(setup)) {
            new Fill(arguments, server.port(), barePort).run();
            System.out.printf("memory of the server %.0f MiB%n", Usage.memory(server.pid()) / MIB);
            System.out.printf("data directory %.0f MiB%n", Usage.disk(setup.data()) / MIB);
        }
    }

    private void run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (Operator operator = new Operator(port)) {
            long before = operator.head();
            askOfOthers(operator, "pause");
            fill(operator);
            long head = operator.head();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%d events in %.0f s: %.0f/s%n", head - before, seconds, (head - before) / seconds);
            askOfOthers(operator, "resume");
            operator.awaitCaughtUp();
            System.out.printf("read models up to date after %.0f s%n", (System.nanoTime() - begin) / 1e9);
        }
    }

    private void fill(Operator operator) throws IOException, InterruptedException {
        List<String> texts = ChatFile.texts(file);
        Crowd crowd = new Crowd(port, clients, people);
        if (asked("people")) {
            Population.fill(crowd, people, texts);
        } else if (asked("reports")) {
            crowd.arrive();
        }
        if (asked("reports")) {
            new Reports(port, crowd, people, texts).file();
        }
        if (asked("forum")) {
            command("people=" + people + "&topics=" + events / EVENTS_PER_TOPIC);
        }
        for (long head = operator.head(); asked("chat") && head < events; head = operator.head()) {
            System.out.printf("%d events, more chat%n", head);
            command("round=-" + head + "&lines=" + (events - head));
        }
    }

    private static void askOfOthers(Operator operator, String what) throws IOException {
        for (JsonNode projection : operator.projections()) {
            String name = projection.path("name").asString();
            if (!NEEDED.contains(name)) {
                operator.askUntilKnown(name, what);
            }
        }
    }

    private boolean asked(String part) {
        return arguments.words().size() == 1 || arguments.words().contains(part);
    }

    /** Has something written within the server, and waits for it. */
    private void command(String what) throws IOException {
        try (ApiClient bare = new ApiClient(barePort)) {
            bare.exchange("POST", "/fill?file=" + file + "&" + what).orFail("filling");
            JsonNode progress = bare.get(List.of(), "/fill").body();
            while (progress.path("running").asBoolean()) {
                LockSupport.parkNanos(LOOK.toNanos());
                progress = bare.get(List.of(), "/fill").body();
            }
            if (!progress.path("failure").asString().isEmpty()) {
                throw new IllegalStateException(progress.path("failure").asString());
            }
        }
    }
}
