package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Nodes without the role {@link NodeRole#API} serve nobody: beside their health and metrics there is nothing, 404. */
@Component
@Order(Gate.BEFORE_IDENTITY)
@Conditional(NoClients.WithoutApi.class)
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

    /** Asks the settings. */
    static class WithoutApi implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !NodeSettings.of(context.getEnvironment()::getProperty).has(NodeRole.API);
        }
    }
}
