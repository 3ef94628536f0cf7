package dev.parley.api.live;

import io.netty.channel.Channel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.netty.http.server.HttpServerResponse;

/** The TCP connection under a stream. */
final class Wire {
    private final AtomicReference<Channel> channel = new AtomicReference<>();

    private Wire() {}

    static Wire unknown() {
        return new Wire();
    }

    static Wire of(ServerHttpResponse response) {
        Wire wire = new Wire();
        if (ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse netty) {
            netty.withConnection(connection -> wire.channel.set(connection.channel()));
        }
        return wire;
    }

    /** Runs what is sent here without a change of threads; whatever thread calls, where there is no connection. */
    Executor loop() {
        Channel open = channel.get();
        return open == null ? Runnable::run : open.eventLoop();
    }

    /** Closes the connection 1 s later, whatever still waits to be sent, unless disposed of before. */
    Disposable cutSoon() {
        Channel open = channel.get();
        if (open == null) {
            return Disposables.disposed();
        }
        var cut = open.eventLoop().schedule(() -> open.close(), 1, TimeUnit.SECONDS);
        return () -> cut.cancel(false);
    }
}
