package dev.parley.query.search;

import dev.parley.query.SearchUnavailable;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Connections for searches, kept open. Each thread that serves HTTP has its own, so that between a request and its answer
 * no thread has to wake another. At most {@value #MOST} searches of each thread are under way at once; others wait, 5 s at
 * most.
 */
final class SearchConnections implements AutoCloseable {
    private static final int MOST = 32;
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Whatever stands between the two may end connections that are silent for longer. */
    private static final Duration MOST_IDLE = Duration.ofSeconds(30);

    private final ConnectionProvider connections = ConnectionProvider.builder("searches")
            .maxConnections(MOST)
            .pendingAcquireTimeout(PATIENCE)
            .maxIdleTime(MOST_IDLE)
            .build();
    private final EventLoopGroup threads;
    private final HttpClient client;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    /** @param loops the threads; somebody else than these may ask, too */
    SearchConnections(SearchAccess access, LoopResources loops) {
        threads = loops.onClient(LoopResources.DEFAULT_NATIVE);
        client = access.secured(HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECTING.toMillis())
                .responseTimeout(PATIENCE)
                .headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                    if (!access.authorization().isEmpty()) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, access.authorization());
                    }
                }));
    }

    /** What came back, whatever the status. */
    record Reply(int status, byte[] body) {}

    /** @return fails with {@link SearchUnavailable} when nothing comes back */
    CompletableFuture<Reply> post(URI uri, byte[] body) {
        return clients.computeIfAbsent(threads.next(), client::runOn)
                .post()
                .uri(uri)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, bytes) -> bytes.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(all -> new Reply(response.status().code(), all)))
                .onErrorMap(failure -> new SearchUnavailable("Elasticsearch does not answer", failure))
                .toFuture();
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
