package dev.parley.api.http;

import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.AbstractMessageReaderArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the {@link Reason} of a DELETE, which need not have a body, nor so the media type of one. */
public class ReasonResolver extends AbstractMessageReaderArgumentResolver implements HandlerMethodArgumentResolver {
    private static final String PARAMETER = "reason";

    public ReasonResolver(List<HttpMessageReader<?>> readers) {
        super(readers);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reason.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String query = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        if (query != null) {
            return Mono.just(new Reason(query));
        }
        HttpHeaders headers = exchange.getRequest().getHeaders();
        boolean body = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return body
                ? readBody(parameter, false, binding, exchange).defaultIfEmpty(Reason.NONE)
                : Mono.just(Reason.NONE);
    }
}
