package dev.parley.bench.people;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.chat.ChatFile;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Fills a server with a {@link Community} through its API, and reads back that all of it is there.
 * {@code Population FILE.jsonl.gz [--people=10000] [--clients=32] [--data=DIR]}: the file's lines are what people write.
 */
public final class Population {
    private static final double MIB = 1024.0 * 1024;

    private Population() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        List<String> texts = ChatFile.texts(Path.of(arguments.word(0, "file of chat")));
        int people = arguments.number("people", 10_000);
        Setup setup = BenchServer.setup(arguments);
        try (ServerProcess server = ServerProcess.start(setup)) {
            fill(new Crowd(server.port(), arguments.number("clients", 32), people), people, texts);
            System.out.printf("memory of the server %.0f MiB%n", Usage.memory(server.pid()) / MIB);
            System.out.printf("data directory %.0f MiB%n", Usage.disk(setup.data()) / MIB);
        }
    }

    /**
     * Has this crowd become a community.
     *
     * @param people so many are in it
     */
    public static void fill(Crowd crowd, int people, List<String> texts) throws InterruptedException {
        Community community = new Community(people);
        Filling filling = new Filling(community, crowd, texts);
        timed(people + " people", crowd::arrive);
        timed(community.follows().size() + " follows", filling::follow);
        timed(community.blocks().size() + " blocks", filling::block);
        timed(filling.messages() + " messages in " + community.talks().size() + " conversations", filling::talk);
        timed("read back", filling::check);
        System.out.printf("refused for a while by the budget of messages: %d%n", filling.refused());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void timed(String what, Work work) throws InterruptedException {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }
}
