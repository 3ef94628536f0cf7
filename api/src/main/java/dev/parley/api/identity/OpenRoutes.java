package dev.parley.api.identity;

import java.util.List;
import java.util.Set;

/**
 * Every route needs a caller but for those named here, to the letter.
 *
 * @param metricsOpen whether metrics are shown to everybody, and not to services and admins alone
 */
record OpenRoutes(boolean metricsOpen) {
    /** {@code /ws} takes its token in the first frame, too. */
    private static final Set<String> OPEN = Set.of(
            "/", "/dev/token", "/ws", "/swagger-ui.html", "/v3/api-docs", "/v3/api-docs.yaml", "/actuator/health");

    private static final List<String> OPEN_BELOW = List.of("/actuator/health/", "/v3/api-docs/", "/swagger-ui/");
    private static final String METRICS = "/actuator/prometheus";

    boolean isOpen(String path) {
        return OPEN.contains(path)
                || (OPEN_BELOW.stream().anyMatch(path::startsWith) && isPlain(path))
                || (metricsOpen && path.equals(METRICS));
    }

    boolean admits(Caller caller, String path) {
        return metricsOpen || !path.equals(METRICS) || caller.operates();
    }

    /** Could not mean another path once it is decoded or normalised. */
    private static boolean isPlain(String path) {
        return !path.contains("..") && path.indexOf('%') < 0;
    }
}
