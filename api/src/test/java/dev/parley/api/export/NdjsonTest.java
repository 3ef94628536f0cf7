package dev.parley.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An export without end, and a client that takes one buffer at a time. */
class NdjsonTest {
    private static final byte[] PART = ("\"" + "x".repeat(40 * 1024) + "\"\n").getBytes(UTF_8);
    private static final int BUFFERS_PER_PART = 3;

    private final AtomicInteger read = new AtomicInteger();
    private final Client client = new Client();

    /** Says on its own how much it takes. */
    private static final class Client extends BaseSubscriber<DataBuffer> {
        private int bytes;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // nothing is asked for yet
        }

        @Override
        protected void hookOnNext(DataBuffer buffer) {
            bytes += buffer.readableByteCount();
        }

        void take(int buffers) {
            request(buffers);
        }
    }

    @Test
    void readsNoMoreThanOnePartAheadOfTheOneThatIsTaken() {
        send();
        for (int taken = 1; taken <= 30; taken++) {
            client.take(1);
            assertThat(read.get()).isLessThanOrEqualTo(taken / BUFFERS_PER_PART + 2);
        }
        assertThat(client.bytes).isEqualTo(10 * PART.length);
    }

    @Test
    void readsNothingMoreOnceTheClientHasGone() {
        send();
        client.take(1);
        client.cancel();
        int before = read.get();
        client.take(100);
        assertThat(read.get()).isEqualTo(before);
    }

    private void send() {
        var response = new MockServerHttpResponse();
        response.setWriteHandler(buffers -> {
            buffers.subscribe(client);
            return Mono.empty();
        });
        Flux<byte[]> parts = Parts.behind(0, this::part, position -> OptionalLong.of(1));
        Ndjson.send(response, parts).subscribe();
    }

    private CompletableFuture<byte[]> part(long position) {
        read.incrementAndGet();
        return CompletableFuture.completedFuture(PART);
    }
}
