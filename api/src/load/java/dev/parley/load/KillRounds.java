package dev.parley.load;

import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Kills a server at random instants while clients write, starts it again each time, and in the end compares its history
 * with what it acknowledged. Every fourth kill falls into the start.
 */
public final class KillRounds {
    private static final int STARTS_BETWEEN = 4;

    private final Setup setup;
    private final Plan plan;
    private final RandomGenerator random;

    /**
     * @param clients who write at once
     * @param kills at most: fewer when the lines run out before
     * @param upTo longest time between a start and the next kill
     * @param toTheEnd whether to play all lines, also after the last kill
     */
    public record Plan(int clients, int kills, Duration upTo, boolean toTheEnd) {}

    public record Outcome(int kills, Journal journal, Verdict verdict) {}

    public KillRounds(Setup setup, Plan plan, RandomGenerator random) {
        this.setup = setup;
        this.plan = plan;
        this.random = random;
    }

    public Outcome run(List<Lane> lanes) throws IOException, InterruptedException {
        Player player = new Player(setup.port(), plan.clients());
        ServerProcess server = ServerProcess.start(setup);
        try {
            player.prepare(lanes);
            CompletableFuture<Journal> journal = inBackground(() -> player.play(lanes));
            int kills = 0;
            while (kills < plan.kills() && !journal.isDone()) {
                server = killed(server, kills++);
            }
            server.awaitStarted();
            if (!plan.toTheEnd()) {
                player.stop();
            }
            return judged(player, journal.join(), lanes, kills);
        } finally {
            server.close();
        }
    }

    private ServerProcess killed(ServerProcess running, int round) throws IOException, InterruptedException {
        if (round % STARTS_BETWEEN != STARTS_BETWEEN - 1) {
            running.awaitStarted();
        }
        if (!running.runsFor(Duration.ofMillis(random.nextLong(plan.upTo().toMillis())))) {
            throw new IllegalStateException("the server ended by itself; see " + setup.log());
        }
        running.kill();
        return ServerProcess.launch(setup);
    }

    private Outcome judged(Player player, Journal journal, List<Lane> lanes, int kills) throws IOException {
        try (ApiClient api = new ApiClient(setup.port())) {
            Person moderator = api.token("load-moderator", "moderator");
            return new Outcome(kills, journal, new History(api, moderator).judge(player, journal, lanes));
        }
    }

    private interface Work {
        Journal run() throws InterruptedException;
    }

    private static CompletableFuture<Journal> inBackground(Work work) {
        CompletableFuture<Journal> result = new CompletableFuture<>();
        Thread.ofPlatform().name("player").start(() -> {
            try {
                result.complete(work.run());
            } catch (RuntimeException | InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
