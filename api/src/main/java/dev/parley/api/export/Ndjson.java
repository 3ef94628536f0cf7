package dev.parley.api.export;

import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes lines of JSON as fast as the client takes them. It is given the next part once the one before is on its way; of
 * that, at most 2 MB wait in memory. If a part fails after the first the answer is cut off, and not ended.
 */
final class Ndjson {
    /** The server's library asks for 128 of them ahead. */
    private static final int BYTES_PER_BUFFER = 16 * 1024;

    private Ndjson() {}

    /** @param parts lines in UTF-8, each with its line feed, or none */
    static Mono<Void> send(ServerHttpResponse response, Flux<byte[]> parts) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_NDJSON);
        headers.set("X-Accel-Buffering", "no");
        DataBufferFactory buffers = response.bufferFactory();
        return response.writeWith(parts.concatMap(part -> slices(buffers, part), 0));
    }

    private static Flux<DataBuffer> slices(DataBufferFactory buffers, byte[] part) {
        return Flux.range(0, Math.ceilDiv(part.length, BYTES_PER_BUFFER))
                .map(number -> number * BYTES_PER_BUFFER)
                .map(begin -> ByteBuffer.wrap(part, begin, Math.min(BYTES_PER_BUFFER, part.length - begin)))
                .map(buffers::wrap);
    }
}
