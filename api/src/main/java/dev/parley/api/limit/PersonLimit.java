package dev.parley.api.limit;

import dev.parley.api.http.Gate;
import dev.parley.api.identity.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps one person from asking too much, and tells them on every answer what they have left. */
@Order(Gate.AFTER_IDENTITY)
class PersonLimit implements Gate {
    private final PersonBudgets budgets;

    PersonLimit(PersonBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        Caller.of(exchange).ifPresent(caller -> count(exchange, caller));
        return next.filter(exchange);
    }

    private void count(ServerWebExchange exchange, Caller caller) {
        budgets.take(caller.actor(), RateLimit.reads(exchange.getRequest()))
                .ifPresent(verdict -> RateLimit.tell(exchange, verdict));
    }
}
