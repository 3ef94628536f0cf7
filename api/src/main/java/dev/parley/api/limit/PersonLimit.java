package dev.parley.api.limit;

import dev.parley.api.identity.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps one person from asking too much, and tells them on every answer what they have left. */
@Order(0) // once the token is looked at
class PersonLimit implements WebFilter {
    private final PersonBudgets budgets;

    PersonLimit(PersonBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Caller.class)
                .doOnNext(caller -> count(exchange, caller))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void count(ServerWebExchange exchange, Caller caller) {
        budgets.take(caller.actor(), RateLimit.reads(exchange.getRequest()))
                .ifPresent(verdict -> RateLimit.tell(exchange, verdict));
    }
}
