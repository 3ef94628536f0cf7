package dev.parley.bench.projection;

import dev.parley.load.ApiClient;
import dev.parley.load.EventStream;
import dev.parley.load.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Somebody who is mentioned in posts, and hears of each on their own stream. */
final class Notices implements AutoCloseable {
    private static final byte[] MENTION = "mention".getBytes(StandardCharsets.US_ASCII);

    private final Person told;
    private final EventStream stream;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder sent = new LongAdder();

    Notices(int port, Person told) throws IOException {
        this.told = told;
        stream = EventStream.open(port, "/api/me/stream", told.headers());
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                stream.next();
                if (stream.is(MENTION) && !heard.add(stream.lastId())) {
                    repeated.increment();
                }
            }
        } catch (IOException closed) {
            // over
        }
    }

    /** Somebody mentions the person. */
    void mention(ApiClient api, Person author, String topic, String text) throws IOException {
        String body = Village.json(Map.of("content", "@" + told.username() + " " + text));
        api.send("POST", "/api/forum/topics/" + topic + "/posts", author, body).orFail("a mention");
        sent.increment();
    }

    long sent() {
        return sent.sum();
    }

    long heard() {
        return heard.size();
    }

    long repeated() {
        return repeated.sum();
    }

    @Override
    public void close() {
        stream.disconnect();
    }
}
