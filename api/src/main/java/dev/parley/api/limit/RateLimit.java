package dev.parley.api.limit;

import dev.parley.api.limit.Allowance.Verdict;
import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** How a verdict is told: by the fields of draft-ietf-httpapi-ratelimit-headers, and by a problem when it refuses. */
final class RateLimit {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private RateLimit() {}

    static boolean reads(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method);
    }

    /** @throws ProblemException too-many-requests, when the verdict refuses */
    static void tell(ServerWebExchange exchange, Verdict verdict) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(POLICY, verdict.policy());
        headers.set(LIMIT, verdict.limit());
        requireGranted(verdict);
    }

    static void requireGranted(Verdict verdict) {
        if (!verdict.granted()) {
            throw new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many requests; wait a little.")
                    .retryAfter(verdict.seconds()));
        }
    }
}
