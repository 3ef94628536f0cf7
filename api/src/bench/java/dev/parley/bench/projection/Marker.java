package dev.parley.bench.projection;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;

/**
 * A number that somebody raises through the API and reads back: as it was last written where the position of that write is
 * asked for, and else never less than it was read before.
 */
final class Marker implements Runnable {
    /** Slow enough for the budget of messages. */
    private static final Duration RAISED_EVERY = Duration.ofSeconds(4);

    private static final Duration READ_EVERY = Duration.ofMillis(50);

    private final int port;
    private final Person who;
    private final String method;
    private final String written;
    private final LongFunction<String> read;
    private final Function<JsonNode, String> value;
    private final AtomicLong number = new AtomicLong();
    private final LongAdder reads = new LongAdder();
    private final LongAdder backwards = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean stopped;

    /**
     * @param written where the number is sent, as {@code content}
     * @param read where it is found, once so much was seen
     * @param value finds what was written last in the answer
     */
    private Marker(
            int port,
            Person who,
            String method,
            String written,
            LongFunction<String> read,
            Function<JsonNode, String> value) {
        this.port = port;
        this.who = who;
        this.method = method;
        this.written = written;
        this.read = read;
        this.value = value;
    }

    /** Of a village: a line, a direct message, a post and a note. */
    static List<Marker> of(int port, Village village) throws IOException {
        Person writer = village.people().get(0);
        try (ApiClient api = new ApiClient(port)) {
            String body =
                    Village.json(Map.of("recipient", village.people().get(20).username(), "content", "number 0"));
            String conversation = api.send("POST", "/api/messages/compose", writer, body)
                    .orFail("a conversation")
                    .body()
                    .path("conversation")
                    .path("id")
                    .asString();
            String room = "/api/chat/"
                    + api.openTeam(
                            api.token("bench-service", "service"), "markers-of-" + writer.username(), List.of(writer))
                    + "/messages";
            String messages = "/api/messages/" + conversation;
            String title = Village.json(
                    Map.of("category", "off-topic", "title", "The numbers " + room, "content", "number 0"));
            String posts = "/api/forum/topics/"
                    + api.send("POST", "/api/forum/topics", writer, title)
                            .orFail("a topic")
                            .body()
                            .path("topic")
                            .path("id")
                            .asString();
            String note = "/api/chat/notes/markers";
            return List.of(
                    new Marker(port, writer, "POST", room, seen -> room, Marker::last),
                    new Marker(port, writer, "POST", messages, seen -> messages, Marker::last),
                    new Marker(
                            port,
                            writer,
                            "POST",
                            posts + "/posts",
                            seen -> posts + "?limit=100&after=" + seen,
                            page -> last(page.path("posts"))),
                    new Marker(port, writer, "PUT", note, seen -> note, Marker::content));
        }
    }

    private static String last(JsonNode page) {
        JsonNode items = page.path("items");
        return items.isEmpty() ? "" : content(items.get(items.size() - 1));
    }

    private static String content(JsonNode item) {
        return item.path("content").asString("");
    }

    @Override
    public void run() {
        try (ApiClient api = new ApiClient(port)) {
            long raisedAt = System.nanoTime() - RAISED_EVERY.toNanos();
            long position = 0;
            long seen = 0;
            while (!stopped) {
                boolean due = System.nanoTime() - raisedAt >= RAISED_EVERY.toNanos();
                if (due) {
                    raisedAt = System.nanoTime();
                    position = raise(api);
                }
                seen = look(api, due ? position : 0, seen);
                LockSupport.parkNanos(READ_EVERY.toNanos());
            }
        } catch (IOException broken) {
            failed.increment();
        }
    }

    private long raise(ApiClient api) throws IOException {
        String body = Village.json(Map.of("content", "number " + number.incrementAndGet()));
        return api.send(method, written, who, body).orFail("raising a marker").position();
    }

    /** @param position that must have been reached; 0 for any */
    private long look(ApiClient api, long position, long seen) throws IOException {
        List<String> headers =
                position == 0 ? who.headers() : List.of(who.authorization(), "Parley-Min-Position: " + position);
        String path = read.apply(seen);
        Answer answer = api.get(headers, path);
        reads.increment();
        if (answer.status() != 200) {
            failed.increment();
            System.out.println(path + " was answered with " + answer.status() + " " + answer.body());
            return seen;
        }
        String text = value.apply(answer.body());
        long found = text.isEmpty() ? 0 : Long.parseLong(text.replaceAll("\\D", ""));
        if (found < seen || position > 0 && found != number.get()) {
            backwards.increment();
            System.out.println(path + " has " + found + " after " + seen + ", written is " + number);
        }
        return Math.max(found, seen);
    }

    void stop() {
        stopped = true;
    }

    long reads() {
        return reads.sum();
    }

    long backwards() {
        return backwards.sum();
    }

    long failed() {
        return failed.sum();
    }
}
