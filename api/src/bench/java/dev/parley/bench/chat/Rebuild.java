package dev.parley.bench.chat;

import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.Journal;
import dev.parley.load.Lane;
import dev.parley.load.Person;
import dev.parley.load.Player;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes the read models of a server that is stopped, starts it, and times until every line can be read again. */
final class Rebuild {
    private final Setup setup;
    private final Path readModels;

    Rebuild(Setup setup, Path readModels) {
        this.setup = setup;
        this.readModels = readModels;
    }

    void time(Journal journal, Player player, List<Lane> lanes) throws IOException, InterruptedException {
        remove();
        long launched = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(setup);
                ApiClient api = new ApiClient(server.port())) {
            long started = System.nanoTime();
            Person moderator = api.token("load-moderator", "moderator");
            History history = new History(api, moderator);
            String anyRoom = player.room(lanes.getFirst().team());
            history.read(anyRoom, journal.lastPosition());
            double seconds = (System.nanoTime() - started) / 1e9;
            Verdict verdict = history.judge(player, journal, lanes);
            System.out.printf(
                    "read models from nothing: %d events in %.1f s after a start of %.1f s; %s%n",
                    journal.lastPosition() + 1, seconds, (started - launched) / 1e9, verdict);
        }
    }

    private void remove() throws IOException {
        if (!readModels.startsWith(setup.data()) || !Files.isDirectory(readModels)) {
            throw new IllegalArgumentException(readModels + " is no directory within the data directory");
        }
        try (Stream<Path> files = Files.walk(readModels)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
