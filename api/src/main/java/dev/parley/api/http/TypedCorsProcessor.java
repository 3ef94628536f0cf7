package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/** Refuses a foreign origin with a problem where Spring's own would answer with nothing but a status. */
class TypedCorsProcessor extends DefaultCorsProcessor {
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        throw new ProblemException(ProblemType.FOREIGN_ORIGIN, "Pages of this origin may not call the API.");
    }
}
