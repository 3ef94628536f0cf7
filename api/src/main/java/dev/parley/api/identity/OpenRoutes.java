package dev.parley.api.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.http.ClientAddresses;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.UriUtils;

/**
 * Every route needs a caller but for those named here, to the letter.
 *
 * @param metricsOpen whether metrics are shown to everybody, and not to services and admins alone
 */
record OpenRoutes(boolean metricsOpen) {
    /** {@code /ws} takes its token in the first frame, too. */
    static final Set<String> OPEN = Set.of(
            "/",
            "/dev/token",
            "/ws",
            "/api/client",
            "/icon.svg",
            "/swagger-ui.html",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness");

    static final List<String> OPEN_BELOW = List.of("/v3/api-docs/", "/swagger-ui/", "/assets/");
    private static final String METRICS = "/actuator/prometheus";

    boolean isOpen(String path) {
        return OPEN.contains(path)
                || (OPEN_BELOW.stream().anyMatch(path::startsWith) && isPlain(path))
                || (ClientAddresses.contain(path) && isPlainOnceDecoded(path))
                || (metricsOpen && path.equals(METRICS));
    }

    /** Whether this leads to the actuator by another spelling than ours, or to a part of it that is not there. */
    boolean isHidden(RequestPath path) {
        boolean actuator = path.pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(PathSegment.class::cast)
                .findFirst()
                .filter(first -> first.valueToMatch().equals("actuator"))
                .isPresent();
        String value = path.pathWithinApplication().value();
        return actuator && !OPEN.contains(value) && !value.equals(METRICS);
    }

    boolean admits(Caller caller, String path) {
        return metricsOpen || !path.equals(METRICS) || caller.operates();
    }

    /** Has no more parts than it shows: the client's addresses hold usernames, in which almost every character may be. */
    private static boolean isPlainOnceDecoded(String path) {
        try {
            String decoded = UriUtils.decode(path, UTF_8);
            return isPlain(decoded) && slashes(decoded) == slashes(path);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static long slashes(String path) {
        return path.chars().filter(each -> each == '/' || each == '\\').count();
    }

    /** Could not mean another path once it is decoded or normalised. */
    private static boolean isPlain(String path) {
        return !path.contains("..") && path.indexOf('%') < 0;
    }
}
