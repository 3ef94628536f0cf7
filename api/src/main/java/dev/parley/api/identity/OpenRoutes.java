package dev.parley.api.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.http.ClientAddresses;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** What leads out of one part of a path, by some reading of it. */
    private static final Pattern ELSEWHERE = Pattern.compile("/|(^|\\\\)\\.{1,2}([;\\\\]|$)");

    private static final String METRICS = "/actuator/prometheus";

    boolean isOpen(String path) {
        return OPEN.contains(path)
                || (OPEN_BELOW.stream().anyMatch(path::startsWith) && isPlain(path))
                || (ClientAddresses.contain(path) && hasPlainParts(path))
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

    /** Has the parts that it shows: the client's addresses hold usernames, in which almost every character may be. */
    private static boolean hasPlainParts(String path) {
        return Arrays.stream(path.split("/"))
                .allMatch(part -> decoded(part).filter(OpenRoutes::isOnePart).isPresent());
    }

    /** Stays in its place, also if somebody decoded it once more. */
    private static boolean isOnePart(String part) {
        return Stream.concat(Stream.of(part), decoded(part).stream())
                .noneMatch(reading -> ELSEWHERE.matcher(reading).find());
    }

    /** @return empty where it cannot be decoded */
    private static Optional<String> decoded(String part) {
        try {
            return Optional.of(UriUtils.decode(part, UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Could not mean another path once it is decoded or normalised. */
    private static boolean isPlain(String path) {
        return !path.contains("..") && path.indexOf('%') < 0;
    }
}
