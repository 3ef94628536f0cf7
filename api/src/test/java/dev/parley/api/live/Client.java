package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that is not ours. */
final class Client implements WebSocket.Listener {
    private static final int SECONDS = 5;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    /** @param headers names and values in turn */
    static Client connect(int port, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        Client client = new Client();
        client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), client)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return client;
    }

    Client say(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
        return this;
    }

    Client sayBytes() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        return this;
    }

    /** The next frame contains each of these; single quotes stand for double ones. */
    Client hears(String... parts) throws InterruptedException {
        String text = next();
        for (String part : parts) {
            assertThat(text).contains(part.replace('\'', '"'));
        }
        return this;
    }

    /** The next frame; {@code null} when none comes. */
    String next() throws InterruptedException {
        return texts.poll(SECONDS, TimeUnit.SECONDS);
    }

    /** Code and reason of the close frame. */
    String closed() {
        return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    void leave() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }
}
