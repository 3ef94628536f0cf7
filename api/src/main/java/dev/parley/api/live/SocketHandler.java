package dev.parley.api.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** Serves {@code /ws}. When the node stops, all sockets are told that it goes away before it waits for them. */
@Component
class SocketHandler implements WebSocketHandler, SmartLifecycle {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final SocketServices services;
    private volatile boolean running;

    SocketHandler(SocketServices services) {
        this.services = services;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return handle(session, Wire.unknown());
    }

    Mono<Void> handle(WebSocketSession session, Wire wire) {
        Socket socket = new Socket(session, wire, services);
        open.add(socket);
        return socket.serve().doFinally(end -> open.remove(socket));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(socket -> socket.close(Closing.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
