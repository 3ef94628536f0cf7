package dev.parley.api.live;

import dev.parley.api.http.AllowedOrigins;
import dev.parley.api.limit.Connections;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** Where the WebSocket is found, and how large its frames may be: 16 kB. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {
    private static final int MAX_FRAME_BYTES = 16 * 1024;

    @Bean
    HandlerMapping sockets(SocketHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of("/ws", handler), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    WebSocketHandlerAdapter socketAdapter(AllowedOrigins origins, Connections connections, SocketHandler handler) {
        var upgrade = new ReactorNettyRequestUpgradeStrategy(() -> WebsocketServerSpec.builder()
                .maxFramePayloadLength(MAX_FRAME_BYTES)
                .handlePing(true));
        return new WebSocketHandlerAdapter(new Handshake(upgrade, origins, connections, handler));
    }
}
