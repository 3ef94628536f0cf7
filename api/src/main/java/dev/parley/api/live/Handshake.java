package dev.parley.api.live;

import dev.parley.api.http.AllowedOrigins;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets in pages of this server's own origin and of those allowed by {@code parley.cors.allowed-origins}, and whatever is
 * no browser: that sends no {@code Origin}. Not those who hold as many connections as one may.
 */
final class Handshake extends HandshakeWebSocketService {
    private final AllowedOrigins origins;
    private final Connections connections;
    private final SocketHandler sockets;

    Handshake(RequestUpgradeStrategy upgrade, AllowedOrigins origins, Connections connections, SocketHandler sockets) {
        super(upgrade);
        this.connections = connections;
        this.origins = origins;
        this.sockets = sockets;
    }

    @Override
    public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
        if (isForeign(exchange.getRequest())) {
            return Mono.error(
                    new ProblemException(ProblemType.FOREIGN_ORIGIN, "Pages of this origin may not connect."));
        }
        Caller.of(exchange).ifPresent(caller -> connections.requireRoom(caller.actor()));
        Wire wire = Wire.of(exchange.getResponse());
        return super.handleRequest(exchange, session -> sockets.handle(session, wire));
    }

    private boolean isForeign(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return origin != null && !origins.allowedOrigins().contains(origin) && CorsUtils.isCorsRequest(request);
    }
}
