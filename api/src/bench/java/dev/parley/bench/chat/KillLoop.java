package dev.parley.bench.chat;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.load.Journal;
import dev.parley.load.KillRounds;
import dev.parley.load.KillRounds.Outcome;
import dev.parley.load.KillRounds.Plan;
import dev.parley.load.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Plays a file of chat in while the server is killed and started again and again, and compares at the end; exit code 1
 * when an acknowledged line is lost, doubled or out of order.
 * {@code KillLoop FILE.jsonl.gz [--kills=20] [--writers=32] [--every=6] [--lines=N] [--seed=N] [--data=DIR]}
 */
public final class KillLoop {
    /** Several people at once in each room: a harder test of order than one. */
    private static final int LANES_PER_ROOM = 4;

    private KillLoop() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Path file = Path.of(arguments.word(0, "file of chat"));
        List<Lane> lanes = ChatFile.read(file, LANES_PER_ROOM, arguments.number("lines", Integer.MAX_VALUE));
        Plan plan = new Plan(
                arguments.number("writers", 32),
                arguments.number("kills", 20),
                Duration.ofSeconds(arguments.number("every", 6)),
                true);
        int seed = arguments.number("seed", (int) System.nanoTime());
        System.out.println("seed " + seed);
        Outcome outcome = new KillRounds(BenchServer.setup(arguments), plan, new Random(seed)).run(lanes);
        print(outcome);
        if (!outcome.verdict().clean()) {
            System.exit(1);
        }
    }

    private static void print(Outcome outcome) {
        Journal journal = outcome.journal();
        System.out.printf(
                "%d kills; accepted %d lines, refused %s, sent again %d; %s%n",
                outcome.kills(),
                journal.acceptedLines(),
                journal.refusedLines(),
                journal.repeatedLines(),
                outcome.verdict());
    }
}
