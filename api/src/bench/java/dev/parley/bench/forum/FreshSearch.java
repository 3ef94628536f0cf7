package dev.parley.bench.forum;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.chat.ChatFile;
import dev.parley.bench.forum.Delays.What;
import dev.parley.bench.forum.Stir.Written;
import dev.parley.bench.forum.TopicLists.Listed;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.Clients;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Has posts come at a steady pace and measures how soon the search knows of some of them, of erasures, edits and moves;
 * at the end the longest topic moves. Exit code 1 if anything took more than 2 s. {@code FreshSearch FILE.jsonl.gz
 * [--rate=50] [--seconds=30] [--watched=5] [--people=200] [--data=DIR]}: watched are posts a second.
 */
public final class FreshSearch {
    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int TOPICS = 20;
    private static final int WRITERS = 4;
    private static final int WARM_UP_SECONDS = 5;

    private final int port;
    private final Arguments arguments;
    private final Texts texts;
    private final Crowd crowd;
    private final Person moderator;
    private final int people;
    private final int rate;
    private final List<String> topics = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private FreshSearch(int port, Arguments arguments) throws IOException, InterruptedException {
        this.port = port;
        this.arguments = arguments;
        texts = new Texts(ChatFile.texts(Path.of(arguments.word(0, "file of chat"))));
        people = arguments.number("people", 200);
        rate = arguments.number("rate", 50);
        crowd = new Crowd(port, WRITERS, people);
        crowd.arrive();
        try (ApiClient api = new ApiClient(port)) {
            moderator = api.token("bench-moderator", "moderator");
        }
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Delays delays = new Delays();
        try (ServerProcess server = ServerProcess.start(BenchServer.setup(arguments, ForumIn.UNPACED))) {
            FreshSearch run = new FreshSearch(server.port(), arguments);
            run.startTopics();
            run.flood(WARM_UP_SECONDS, new Delays());
            run.flood(arguments.number("seconds", 30), delays);
            run.moveLongest(delays);
        }
        delays.print();
        if (delays.worst() > MOST_NANOS) {
            System.exit(1);
        }
    }

    /** And waits until the search, which starts after the server, knows the last of them. */
    private void startTopics() throws IOException {
        try (ApiClient api = new ApiClient(port)) {
            String word = "";
            for (int i = 0; i < TOPICS; i++) {
                word = Stir.word();
                topics.add(stir(new Delays()).topic(api, i, word));
            }
            new Probe(api, moderator).until(true, word, System.nanoTime());
        }
    }

    private Stir stir(Delays delays) {
        return new Stir(port, crowd, moderator, delays);
    }

    private void flood(int seconds, Delays delays) throws InterruptedException {
        long begin = System.nanoTime();
        int first = next.get();
        int last = first + rate * seconds;
        Stir stir = stir(delays);
        List<Future<?>> watches = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            Clients.run(
                    WRITERS,
                    () -> write(
                            stir,
                            begin,
                            first,
                            last,
                            (post, number) -> watches.add(watchers.submit(() -> {
                                stir.watch(post, number);
                                return null;
                            }))));
            System.out.printf("%d posts, %.1f/s%n", last - first, (last - first) * 1e9 / (System.nanoTime() - begin));
        }
        failed(watches);
    }

    private static void failed(List<Future<?>> watches) {
        watches.stream()
                .filter(watch -> watch.state() == Future.State.FAILED)
                .findFirst()
                .ifPresent(watch -> {
                    throw new IllegalStateException("a watch failed", watch.exceptionNow());
                });
    }

    private interface Watch {
        void begin(Written post, int number);
    }

    private void write(Stir stir, long begin, int first, int last, Watch watch) {
        int each = rate / arguments.number("watched", 5);
        try (ApiClient api = new ApiClient(port)) {
            for (int number = next.getAndIncrement(); number < last; number = next.getAndIncrement()) {
                long due = begin + (number - first) * TimeUnit.SECONDS.toNanos(1) / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                Written post = stir.post(api, topics.get(number % topics.size()), number % people, texts.post(number));
                if (number % each == 0) {
                    watch.begin(post, number / each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last post of a topic is the last to be moved. */
    private void moveLongest(Delays delays) throws IOException {
        try (ApiClient api = new ApiClient(port)) {
            Listed longest = TopicLists.all(api, moderator).stream()
                    .max(Comparator.comparingLong(Listed::posts))
                    .orElseThrow();
            Stir stir = stir(delays);
            Probe probe = new Probe(api, moderator);
            Written last = stir.post(api, longest.id(), 0, "The last one");
            probe.until(true, last.word(), last.at());
            List<String> way =
                    List.of(longest.category(), longest.category().equals("feedback") ? "general" : "feedback");
            stir.move(api, probe, longest.id(), last.word(), way, What.LONG_TOPIC_MOVED);
            System.out.printf("the longest topic has %d posts%n", longest.posts() + 1);
        }
    }
}
