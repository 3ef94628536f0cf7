package dev.parley.bench.forum;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.forum.Forum.Audience;
import dev.parley.bench.forum.RecordedSearches.Search;
import dev.parley.bench.ratio.Machine;
import dev.parley.bench.ratio.Pairs;
import dev.parley.bench.ratio.Pairs.Schedule;
import dev.parley.bench.ratio.Report;
import dev.parley.bench.ratio.Target;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures searches through Parley beside the same requests sent straight to its Elasticsearch, on a server that {@link
 * ForumIn} has filled. {@code SearchBeside FILE.jsonl.gz --data=DIR [--posts=20000] [--searches=200] [--readers=20]
 * [--clients=4] [--warm-up=30] [--seconds=5] [--pairs=7]}: posts are those of the forum, searches those of each kind.
 * The server starts twice: first with a recorder before Elasticsearch, then, to be measured, without. Exit code 1 after
 * an error.
 */
public final class SearchBeside {
    private static final List<Look> LOOKS = List.of(Look.ONE_WORD, Look.TWO_WORDS, Look.PHRASE, Look.SUGGEST);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int UNAVAILABLE = 503;

    private final Arguments arguments;
    private final Vocabulary vocabulary;

    private SearchBeside(Arguments arguments) throws IOException {
        this.arguments = arguments;
        Texts texts = new Texts(ChatFile.texts(Path.of(arguments.word(0, "file of chat"))));
        vocabulary = new Vocabulary(texts.of(arguments.number("posts", 20_000)));
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        if (!arguments.has("data")) {
            throw new IllegalArgumentException("say --data=, a directory that ForumIn filled");
        }
        SearchBeside run = new SearchBeside(arguments);
        long errors = run.measure(run.record());
        if (errors > 0) {
            System.exit(1);
        }
    }

    private Map<Look, List<Search>> record() throws IOException, InterruptedException {
        int recorderPort = ServerProcess.freePort();
        try (ServerProcess server = start(ServerProcess.freePort(), "--bench.recorder-port=" + recorderPort);
                ApiClient api = new ApiClient(server.port());
                ApiClient recorder = new ApiClient(recorderPort)) {
            var recorded = new RecordedSearches(recorder, api, forum(server));
            Map<Look, List<Search>> searches = new EnumMap<>(Look.class);
            for (Look look : LOOKS) {
                searches.put(look, recorded.of(look, arguments.number("searches", 200)));
            }
            return searches;
        }
    }

    /** The number of errors. */
    private long measure(Map<Look, List<Search>> searches) throws IOException, InterruptedException {
        int barePort = ServerProcess.freePort();
        try (ServerProcess server = start(barePort)) {
            Target target = new Target(server.port(), barePort, server.pid());
            Forum forum = forum(server);
            var loads = new SearchComparison.Clients(server.port(), enginePort(), clients());
            List<SearchComparison> comparisons = LOOKS.stream()
                    .map(look -> new SearchComparison(look, searches.get(look), forum, loads))
                    .toList();
            return measure(comparisons, new Pairs(target, schedule()));
        }
    }

    /** What all kinds have in common is compiled before the first is measured. */
    private static long measure(List<SearchComparison> comparisons, Pairs pairs)
            throws IOException, InterruptedException {
        for (SearchComparison comparison : comparisons) {
            pairs.warmUp(comparison);
        }
        System.out.println(Machine.describe());
        System.out.println(Report.head());
        long errors = 0;
        for (SearchComparison comparison : comparisons) {
            var measured = pairs.measure(comparison);
            System.out.println(Report.row(comparison, measured));
            errors += Report.errors(measured);
        }
        return errors;
    }

    private ServerProcess start(int barePort, String... more) throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of("--spring.profiles.active=bench", "--bench.port=" + barePort));
        settings.addAll(List.of(more));
        return ServerProcess.start(BenchServer.setup(arguments, settings.toArray(String[]::new)));
    }

    private int clients() {
        return arguments.number("clients", 4);
    }

    /** Waits until it can be searched, which takes as long as Elasticsearch needs to start. */
    private Forum forum(ServerProcess server) throws IOException, InterruptedException {
        int readers = arguments.number("readers", 20);
        Forum forum = new Forum(server.port(), clients(), readers, new Audience(readers, 1), vocabulary);
        try (ApiClient api = new ApiClient(server.port())) {
            awaitSearch(api, forum.service());
        }
        return forum;
    }

    private static void awaitSearch(ApiClient api, Person reader) throws IOException {
        String path = "/api/forum/search?q=ubuntu";
        long begin = System.nanoTime();
        Answer answer = api.get(reader.headers(), path);
        while (answer.status() == UNAVAILABLE && System.nanoTime() - begin < START.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = api.get(reader.headers(), path);
        }
        answer.orFail(path);
    }

    private Schedule schedule() {
        Duration warmUp = Duration.ofSeconds(arguments.number("warm-up", 30));
        Duration run = Duration.ofMillis((long) (1_000 * arguments.decimal("seconds", 5)));
        return new Schedule(warmUp, run, arguments.number("pairs", 7));
    }

    /** Elasticsearch has its settings made anew at each start. */
    private int enginePort() throws IOException {
        Path settings = Path.of(arguments.text("data").orElseThrow(), "search", "configuration", "elasticsearch.yml");
        Pattern port = Pattern.compile("http\\.port: (\\d+)");
        return Files.readAllLines(settings).stream()
                .map(port::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
