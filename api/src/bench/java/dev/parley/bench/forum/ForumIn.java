package dev.parley.bench.forum;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.forum.TopicLists.Listed;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Fills a server's forum through its API, and reads back that all posts are there.
 * {@code ForumIn FILE.jsonl.gz [--topics=20000] [--posts=200000] [--people=POSTS/50] [--clients=32] [--data=DIR]}: posts
 * are the first ones of topics and those that follow, made of the file's lines.
 */
public final class ForumIn {
    public static final String UNPACED = "--parley.forum.pace.enabled=false";

    private static final double MIB = 1024.0 * 1024;
    private static final int POSTS_EACH = 50;

    private ForumIn() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Texts texts = new Texts(ChatFile.texts(Path.of(arguments.word(0, "file of chat"))));
        int posts = arguments.number("posts", 200_000);
        int people = arguments.number("people", posts / POSTS_EACH);
        Plan plan = new Plan(arguments.number("topics", 20_000), posts, people);
        Setup setup = BenchServer.setup(arguments, UNPACED);
        try (ServerProcess server = ServerProcess.start(setup);
                ApiClient api = new ApiClient(server.port())) {
            Crowd crowd = new Crowd(server.port(), arguments.number("clients", 32), people);
            Writing writing = new Writing(plan, crowd, texts);
            timed("people", people, crowd::arrive);
            timed("topics", plan.starts().size(), writing::startTopics);
            timed("posts after the first ones", plan.posts().size(), writing::addPosts);
            Person reader = crowd.person(0);
            new CatchUp(server.port(), reader, writing.position()).print(writing.topic(0));
            check(TopicLists.all(api, reader), plan.starts().size(), posts);
            System.out.printf("texts that gave way to others: %d%n", writing.others());
            System.out.printf("memory of the server %.0f MiB%n", Usage.memory(server.pid()) / MIB);
            System.out.printf("memory of all that it started %.0f MiB%n", below(server.pid()) / MIB);
            System.out.printf("data directory %.0f MiB%n", Usage.disk(setup.data()) / MIB);
        }
    }

    private static void check(List<Listed> listed, int topics, int posts) {
        long counted = listed.stream().mapToLong(Listed::posts).sum();
        if (listed.size() != topics || counted != posts) {
            throw new IllegalStateException("listed are %d topics with %d posts".formatted(listed.size(), counted));
        }
        System.out.printf("listed are all topics with all posts, of which one topic has %d%n", longest(listed));
    }

    private static long longest(List<Listed> listed) {
        return listed.stream().mapToLong(Listed::posts).max().orElse(0);
    }

    private static long below(long pid) throws IOException {
        long bytes = 0;
        for (ProcessHandle child :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
            bytes += Usage.memory(child.pid());
        }
        return bytes;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void timed(String what, int count, Work work) throws InterruptedException {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%d %s: %.1f s, %.0f/s%n", count, what, seconds, count / seconds);
    }
}
