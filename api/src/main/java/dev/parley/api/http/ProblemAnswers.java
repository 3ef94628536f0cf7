package dev.parley.api.http;

import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Answers every failure of a request with the problem that it is, and logs those that are our own fault. */
@Component
@Order(-10) // before the handlers that Spring Boot brings
class ProblemAnswers implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final Clock clock;
    private final MeterRegistry meters;

    ProblemAnswers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        if (isAnsweredByServer(response)) {
            return Mono.empty();
        }
        Problem problem = noted(exchange, failure, problem(exchange, failure));
        count(problem);
        addHeaders(response.getHeaders(), failure, problem);
        return write(response, problem);
    }

    /** The server itself answers a request of which it cannot read on, such as a chunk without a size. */
    private static boolean isAnsweredByServer(ServerHttpResponse response) {
        return ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse answer
                && answer.hasSentHeaders();
    }

    /** Who only reads is not told of what may be stored. */
    private static Problem problem(ServerWebExchange exchange, Throwable failure) {
        Problem problem = Problem.of(failure);
        return problem.is(ProblemType.STORE_UNAVAILABLE)
                        && HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? Problem.ofStatus(problem.status())
                : problem;
    }

    private void count(Problem problem) {
        meters.counter(
                        "parley.refusals",
                        "type",
                        problem.type().substring(problem.type().lastIndexOf('/') + 1))
                .increment();
    }

    private static Problem noted(ServerWebExchange exchange, Throwable failure, Problem problem) {
        if (problem.status() != SERVER_ERROR) {
            return problem;
        }
        String correlation = Correlation.of(exchange);
        if (GoneClients.caused(failure)) {
            LOG.debug("The client of request {} has gone", correlation);
            return problem;
        }
        LOG.atError()
                .addKeyValue(Correlation.KEY, correlation)
                .setCause(failure)
                .log(
                        "Unexpected failure of {} {}, request {}",
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath(),
                        correlation);
        return problem.instance("urn:request:" + correlation);
    }

    private void addHeaders(HttpHeaders headers, Throwable failure, Problem problem) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure instanceof ErrorResponse web) {
            web.getHeaders().forEach(headers::put);
        }
        if (problem.status() == UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
        }
        OptionalLong wait = problem.secondsToWait(clock.instant());
        wait.ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }

    private static String challenge(Problem problem) {
        return problem.is(ProblemType.INVALID_TOKEN) ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    private static Mono<Void> write(ServerHttpResponse response, Problem problem) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        byte[] body = Json.mapper().writeValueAsBytes(problem);
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
