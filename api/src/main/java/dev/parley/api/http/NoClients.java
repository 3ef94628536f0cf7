package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.node.NodeRole;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Nodes without the role {@link NodeRole#API} serve nobody: beside their health and metrics there is nothing, 404. */
@Component
@Order(Gate.BEFORE_IDENTITY)
@OnRole(value = NodeRole.API, given = false)
class NoClients implements Gate {
    private static final String OPERATING = "/actuator/";

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (!path.startsWith(OPERATING)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing here.");
        }
        return next.filter(exchange);
    }
}
