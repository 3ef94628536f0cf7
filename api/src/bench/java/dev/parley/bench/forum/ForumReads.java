package dev.parley.bench.forum;

import dev.parley.bench.Arguments;
import dev.parley.bench.Percentile;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.forum.Forum.Audience;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what the size of a forum costs: two servers that {@link ForumIn} has filled, started together, warmed up
 * alike and measured in turns. {@code ForumReads FILE.jsonl.gz --tenth=DIR --whole=DIR [--posts=200000]
 * [--readers=400] [--topics=2000] [--requests=500] [--rounds=5] [--clients=4] [--looks=LIST,TOPIC]}: posts are those of
 * the whole, looks those that are wanted, all unless told. As many people read as many topics in both, so that only
 * what lies around them differs. The hundredth page is left out where no topic has one.
 */
public final class ForumReads {
    private static final int TENTH = 10;
    private static final int POSTS_EACH = 50;

    private final Side tenth;
    private final Side whole;
    private final int requests;
    private final List<Look> looks;

    private record Side(Forum forum, Map<Look, List<long[]>> samples) {
        static Side on(int port, int clients, int people, Audience audience, Vocabulary vocabulary)
                throws IOException, InterruptedException {
            return new Side(new Forum(port, clients, people, audience, vocabulary), new EnumMap<>(Look.class));
        }
    }

    private ForumReads(Side tenth, Side whole, int requests, List<Look> wanted) {
        this.tenth = tenth;
        this.whole = whole;
        this.requests = requests;
        boolean hundred = tenth.forum().hasLongTopics() && whole.forum().hasLongTopics();
        looks = wanted.stream()
                .filter(look -> hundred || look != Look.HUNDREDTH_PAGE)
                .toList();
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        int posts = arguments.number("posts", 200_000);
        int clients = arguments.number("clients", 4);
        Texts texts = new Texts(ChatFile.texts(Path.of(arguments.word(0, "file of chat"))));
        Vocabulary vocabulary = new Vocabulary(texts.of(posts / TENTH));
        var audience = new Audience(arguments.number("readers", 400), arguments.number("topics", 2_000));
        try (ServerProcess small = ServerProcess.start(setup(arguments, "tenth"));
                ServerProcess large = ServerProcess.start(setup(arguments, "whole"))) {
            ForumReads run = new ForumReads(
                    Side.on(small.port(), clients, posts / TENTH / POSTS_EACH, audience, vocabulary),
                    Side.on(large.port(), clients, posts / POSTS_EACH, audience, vocabulary),
                    arguments.number("requests", 500),
                    looks(arguments));
            run.warmUp();
            for (int round = 0; round < arguments.number("rounds", 5); round++) {
                run.measure(round);
            }
            run.print();
        }
    }

    private static List<Look> looks(Arguments arguments) {
        return arguments
                .text("looks")
                .map(names -> Stream.of(names.split(",")).map(Look::valueOf).toList())
                .orElseGet(() -> List.of(Look.values()));
    }

    private static Setup setup(Arguments arguments, String name) throws IOException {
        String data = arguments
                .text(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("say --" + name + "=, a directory that ForumIn filled"));
        return Setup.on(Path.of(data).toAbsolutePath());
    }

    /** As many requests to each, whatever its size. */
    private void warmUp() throws InterruptedException {
        for (Look look : looks) {
            tenth.forum().sample(look, 2 * requests, 0);
            whole.forum().sample(look, 2 * requests, 0);
        }
        System.out.printf("failed while warming up: %d, %d%n", failures(tenth), failures(whole));
    }

    private static long failures(Side side) {
        return side.forum().failures();
    }

    private void measure(int round) throws InterruptedException {
        List<Side> turns = round % 2 == 0 ? List.of(tenth, whole) : List.of(whole, tenth);
        for (Look look : looks) {
            for (Side side : turns) {
                long[] nanos = side.forum().sample(look, requests, round + 1);
                side.samples().computeIfAbsent(look, first -> new ArrayList<>()).add(nanos);
            }
        }
    }

    private void print() {
        System.out.printf("failed in all: %d, %d%n", failures(tenth), failures(whole));
        System.out.println(
                "| request | tenth: p50, p99 | whole: p50, p99 | ratio p50 (min–max) | ratio p99 (min–max) |");
        System.out.println("|---|---|---|---|---|");
        for (Look look : looks) {
            List<long[]> small = tenth.samples().get(look);
            List<long[]> large = whole.samples().get(look);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    look,
                    latencies(small),
                    latencies(large),
                    ratios(small, large, 50),
                    ratios(small, large, 99));
        }
    }

    private static String latencies(List<long[]> samples) {
        return String.format(Locale.ROOT, "%.1f ms, %.1f ms", median(samples, 50) / 1e6, median(samples, 99) / 1e6);
    }

    private static double median(List<long[]> samples, double percent) {
        return Percentile.median(samples.stream()
                .mapToDouble(nanos -> Percentile.of(nanos, percent))
                .toArray());
    }

    private static String ratios(List<long[]> small, List<long[]> large, double percent) {
        double[] ratios = new double[small.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) Percentile.of(large.get(i), percent) / Percentile.of(small.get(i), percent);
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", Percentile.median(ratios), ratios[0], ratios[ratios.length - 1]);
    }
}
