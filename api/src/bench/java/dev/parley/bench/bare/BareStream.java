package dev.parley.bench.bare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sends bytes that are encoded already to everybody who listens: a queue for each, and nothing else. */
@Component
@Profile("bench")
class BareStream {
    private static final byte[] OPENED = ": open\n\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Sinks.Many<byte[]>> listeners = new CopyOnWriteArrayList<>();

    Mono<ServerResponse> open(ServerRequest request) {
        Sinks.Many<byte[]> sink = Sinks.many().unicast().onBackpressureBuffer();
        sink.tryEmitNext(OPENED);
        listeners.add(sink);
        Flux<byte[]> frames = sink.asFlux().doFinally(end -> listeners.remove(sink));
        var buffers = request.exchange().getResponse().bufferFactory();
        Flux<DataBuffer> written = frames.map(buffers::wrap);
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body((response, context) -> response.writeWith(written));
    }

    Mono<ServerResponse> send(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .doOnNext(this::emit)
                .then(ServerResponse.ok().build());
    }

    private synchronized void emit(byte[] frame) {
        listeners.forEach(listener -> listener.tryEmitNext(frame));
    }
}
