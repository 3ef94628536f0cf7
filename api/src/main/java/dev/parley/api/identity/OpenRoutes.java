package dev.parley.api.identity;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Every route needs a caller but for those named here. One look at the path in place of a list of matchers, each a
 * chain of its own, keeps the check out of the profile of a hot page.
 */
class OpenRoutes implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);

    /** {@code /ws} takes its token in the first frame, too. */
    private static final Set<String> OPEN = Set.of(
            "/", "/dev/token", "/ws", "/swagger-ui.html", "/v3/api-docs", "/v3/api-docs.yaml", "/actuator/health");

    private static final List<String> OPEN_BELOW = List.of("/actuator/health/", "/v3/api-docs/", "/swagger-ui/");
    private static final String METRICS = "/actuator/prometheus";

    private final boolean metricsOpen;

    /** @param metricsOpen whether metrics are shown to everybody, and not to services and admins alone */
    OpenRoutes(boolean metricsOpen) {
        this.metricsOpen = metricsOpen;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        String path = path(context.getExchange().getRequest().getPath());
        if (isOpen(path)) {
            return Mono.just(GRANTED);
        }
        boolean metrics = path.equals(METRICS);
        return caller.map(known -> known instanceof Caller one && (!metrics || one.operates()) ? GRANTED : DENIED)
                .defaultIfEmpty(DENIED);
    }

    private boolean isOpen(String path) {
        return OPEN.contains(path)
                || (OPEN_BELOW.stream().anyMatch(path::startsWith) && isPlain(path))
                || (metricsOpen && path.equals(METRICS));
    }

    /** Could not mean another path once it is decoded or normalised. */
    private static boolean isPlain(String path) {
        return !path.contains("..") && path.indexOf('%') < 0;
    }

    private static String path(RequestPath path) {
        return path.pathWithinApplication().value();
    }
}
