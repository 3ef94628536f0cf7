package dev.parley.api.identity;

import java.security.Principal;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Mono;

/** An exchange whose principal is known. */
class CallersExchange extends ServerWebExchangeDecorator {
    private final Mono<Principal> caller;

    CallersExchange(ServerWebExchange exchange, Caller caller) {
        super(exchange);
        this.caller = Mono.just(caller);
    }

    @Override
    @SuppressWarnings("unchecked") // whoever asks says what they expect, as Spring has it
    public <T extends Principal> Mono<T> getPrincipal() {
        return (Mono<T>) caller;
    }
}
