package dev.parley.api.live;

import dev.parley.query.live.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;

/** Writes batches of frames as server-sent events. The bytes of a frame are the same for all, and are not copied. */
record EventEncoder(DataBufferFactory buffers) {
    private static final String TYPING = "typing";
    private static final byte[] HELLO = bytes("retry: 2000\n\n");
    private static final byte[] HEARTBEAT = bytes(": hb\n\n");

    /** Says in the answer's headers that events follow, which nobody on the way may keep or hold back. */
    static EventEncoder of(ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl("no-store");
        headers.set("X-Accel-Buffering", "no");
        return new EventEncoder(response.bufferFactory());
    }

    DataBuffer hello() {
        return buffers.wrap(HELLO);
    }

    /** Who is typing is told on WebSockets alone. */
    Flux<DataBuffer> encode(Flux<List<Frame>> batches) {
        return batches.filter(batch -> batch.isEmpty() || batch.stream().anyMatch(EventEncoder::isTold))
                .map(this::encode);
    }

    private DataBuffer encode(List<Frame> batch) {
        return switch (batch.size()) {
            case 0 -> buffers.wrap(HEARTBEAT);
            case 1 -> encode(batch.getFirst());
            default ->
                buffers.join(batch.stream()
                        .filter(EventEncoder::isTold)
                        .map(this::encode)
                        .toList());
        };
    }

    private DataBuffer encode(Frame frame) {
        return buffers.wrap(frame.sse());
    }

    private static boolean isTold(Frame frame) {
        return !frame.event().equals(TYPING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
