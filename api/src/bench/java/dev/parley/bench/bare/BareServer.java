package dev.parley.bench.bare;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Serves the bare routes on loopback at {@code bench.port}: in Parley's own JVM and on the same event loops, but through
 * nothing of Parley: no security, limits, filters or metrics.
 */
@Component
@Profile("bench")
class BareServer implements SmartLifecycle {
    private final HttpServer server;
    private DisposableServer running;

    BareServer(@Value("${bench.port}") int port, BareRoutes routes) {
        var handler = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes.all()));
        server = HttpServer.create().host("127.0.0.1").port(port).handle(handler);
    }

    @Override
    public void start() {
        running = server.bindNow();
    }

    @Override
    public void stop() {
        running.disposeNow();
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
