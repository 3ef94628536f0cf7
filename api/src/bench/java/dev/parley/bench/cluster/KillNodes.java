package dev.parley.bench.cluster;

import dev.parley.bench.Arguments;
import dev.parley.load.SharedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Three nodes with different roles behind Axon Server: one of them is killed at random again and again while people write
 * at all of them, then Axon Server itself is restarted. Exit code 1 when something acknowledged is lost or doubled, a
 * stream missed something, or clients saw anything other than typed 503s that say when to come again, and broken connections.
 * {@code KillNodes "--engine=COMMAND" [--engine-port=8124] [--kills=20] [--restarts=3] [--writers=8] [--every=4] [--seed=N]}
 */
public final class KillNodes {
    private KillNodes() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        String command = arguments.text("engine").orElseThrow(() -> new IllegalArgumentException("say which --engine"));
        int port = arguments.number("engine-port", 8124);
        Path directory = Files.createTempDirectory("parley-nodes");
        System.out.println("output in " + directory);
        boolean clean;
        try (EngineProcess engine =
                new EngineProcess(command, port, directory.resolve("engine.log").toFile())) {
            engine.start();
            try (SharedStores stores = SharedStores.start();
                    Nodes nodes = Nodes.start(stores, "localhost:" + port, directory)) {
                clean = run(arguments, engine, nodes, stores);
            }
        }
        if (!clean) {
            System.exit(1);
        }
    }

    private static boolean run(Arguments arguments, EngineProcess engine, Nodes nodes, SharedStores stores)
            throws IOException, InterruptedException {
        int seed = arguments.number("seed", (int) System.nanoTime());
        long every = Duration.ofSeconds(arguments.number("every", 4)).toNanos();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        Crowd killed = Crowd.start(nodes, stores.issuer(), arguments.number("writers", 8), "killed");
        for (int kill = 0; kill < arguments.number("kills", 20); kill++) {
            LockSupport.parkNanos(random.nextLong(every));
            nodes.kill(random.nextInt(nodes.count()));
        }
        boolean clean = killed.judge("nodes killed");
        Crowd restarted = Crowd.start(nodes, stores.issuer(), arguments.number("writers", 8), "restarted");
        for (int restart = 0; restart < arguments.number("restarts", 3); restart++) {
            LockSupport.parkNanos(every);
            engine.restart();
        }
        LockSupport.parkNanos(every);
        return restarted.judge("Axon Server restarted") && clean;
    }
}
