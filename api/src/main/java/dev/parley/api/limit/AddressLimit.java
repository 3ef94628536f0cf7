package dev.parley.api.limit;

import dev.parley.api.http.Gate;
import dev.parley.api.limit.Allowance.Verdict;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Keeps one address from asking too much, before its token is looked at. It is the address of the connection; behind a
 * proxy, {@code server.forward-headers-strategy} says whether the proxy's word is taken for it.
 */
@Order(Gate.BEFORE_IDENTITY)
class AddressLimit implements Gate {
    private static final PathPattern TOKENS = PathPatternParser.defaultInstance.parse("/dev/token");
    /** Whoever has one IPv6 address has all that begin like it. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Allowance reads;
    private final Allowance writes;
    private final Allowance tokens;

    AddressLimit(Limits.Address budgets) {
        this.reads = new Allowance("address-reads", budgets.reads());
        this.writes = new Allowance("address-writes", budgets.writes());
        this.tokens = new Allowance("tokens", budgets.tokens());
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        ServerHttpRequest request = exchange.getRequest();
        Verdict verdict = allowance(request).take(holder(request.getRemoteAddress()));
        if (!verdict.granted()) {
            RateLimit.tell(exchange, verdict);
        }
        return next.filter(exchange);
    }

    private Allowance allowance(ServerHttpRequest request) {
        if (RateLimit.reads(request)) {
            return reads;
        }
        return TOKENS.matches(request.getPath().pathWithinApplication()) ? tokens : writes;
    }

    private static Object holder(InetSocketAddress remote) {
        if (remote == null) {
            return "unknown";
        }
        InetAddress address = remote.getAddress();
        if (address instanceof Inet6Address six) {
            return ByteBuffer.wrap(six.getAddress(), 0, IPV6_NETWORK_BYTES).getLong();
        }
        return address == null ? remote.getHostString() : address;
    }
}
