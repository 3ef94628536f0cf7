package dev.parley.bench.chat;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.Journal;
import dev.parley.load.Lane;
import dev.parley.load.Person;
import dev.parley.load.Player;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.Usage;
import dev.parley.load.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays a file of chat in through HTTP, a client per room at a time, and reads every room back to its first line.
 * {@code PlayIn FILE.jsonl.gz [--clients=32] [--lines=N] [--data=DIR] [--read-models=DIR]}: with the last one, the
 * directory of the read models within the data directory, it then removes them and times how they are built again.
 */
public final class PlayIn {
    private static final double MIB = 1024.0 * 1024;

    private final Setup setup;
    private final List<Lane> lanes;
    private final Player player;

    private PlayIn(Setup setup, List<Lane> lanes, int clients) {
        this.setup = setup;
        this.lanes = lanes;
        this.player = new Player(setup.port(), clients);
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Path file = Path.of(arguments.word(0, "file of chat"));
        List<Lane> lanes = ChatFile.read(file, 1, arguments.number("lines", Integer.MAX_VALUE));
        PlayIn run = new PlayIn(BenchServer.setup(arguments), lanes, arguments.number("clients", 32));
        Journal journal = run.playAndCompare();
        if (arguments.text("read-models").isPresent()) {
            Path readModels =
                    run.setup.data().resolve(arguments.text("read-models").get());
            new Rebuild(run.setup, readModels).time(journal, run.player, lanes);
        }
    }

    private Journal playAndCompare() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(setup)) {
            player.prepare(lanes);
            long begin = System.nanoTime();
            Journal journal = player.play(lanes);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "accepted %d lines in %.1f s: %.0f/s; refused %s; sent again %d%n",
                    journal.acceptedLines(),
                    seconds,
                    journal.acceptedLines() / seconds,
                    journal.refusedLines(),
                    journal.repeatedLines());
            require(compare(journal));
            System.out.printf("memory of the server %.0f MiB%n", Usage.memory(server.pid()) / MIB);
            System.out.printf("data directory %.0f MiB%n", Usage.disk(setup.data()) / MIB);
            return journal;
        }
    }

    private Verdict compare(Journal journal) throws IOException {
        long begin = System.nanoTime();
        try (ApiClient api = new ApiClient(setup.port())) {
            Person moderator = api.token("load-moderator", "moderator");
            Verdict verdict = new History(api, moderator).judge(player, journal, lanes);
            System.out.printf("read back in %.1f s: %s%n", (System.nanoTime() - begin) / 1e9, verdict);
            return verdict;
        }
    }

    private static void require(Verdict verdict) {
        if (!verdict.clean()) {
            throw new IllegalStateException("what is there is not what was acknowledged: " + verdict);
        }
    }
}
