package dev.parley.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.parley.kernel.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Why a request was not carried out, as RFC 9457 spells it.
 *
 * @param type stable address of the rule
 * @param status of the HTTP answer
 * @param detail for people; may change at any time
 * @param members what more is known, such as {@code pointer}, {@code until} and {@code retry_after} (seconds)
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {
    /** The addresses of all types begin so. */
    public static final String TYPES = "https://parley.dev/problems/";

    private static final String POINTER = "pointer";
    private static final String UNTIL = "until";
    private static final String RETRY_AFTER = "retry_after";

    public Problem {
        members = Map.copyOf(members);
    }

    /** What this failure is to the one who asked: for HTTP answers and WebSocket frames alike. */
    public static Problem of(Throwable failure) {
        return ProblemAdvice.problem(failure);
    }

    public static Problem of(ProblemType type, String detail) {
        return named(type.label(), type.status(), detail);
    }

    /** What is known where nothing but the status is. */
    public static Problem ofStatus(int status) {
        return RequestProblems.byStatus(status);
    }

    static Problem of(Rejection rule, int status, String detail) {
        return named(rule.label(), status, detail);
    }

    private static Problem named(String label, int status, String detail) {
        String title =
                Character.toUpperCase(label.charAt(0)) + label.substring(1).replace('-', ' ');
        return new Problem(TYPES + label, title, status, detail, Map.of());
    }

    /** @param field name of the field at fault */
    static Problem invalid(String field, String detail) {
        return of(ProblemType.INVALID_VALUE, detail).at("/" + field);
    }

    /** @param pointer RFC 6901 address of the field at fault */
    Problem at(String pointer) {
        return with(POINTER, pointer);
    }

    /** @param instant first one at which the same request may pass */
    Problem until(Instant instant) {
        return with(UNTIL, instant);
    }

    public Problem retryAfter(long seconds) {
        return with(RETRY_AFTER, seconds);
    }

    /** Seconds to wait before the same request may pass, at least 1, where that is known. */
    public OptionalLong secondsToWait(Instant now) {
        if (members.get(RETRY_AFTER) instanceof Long seconds) {
            return OptionalLong.of(Math.max(1, seconds));
        }
        if (members.get(UNTIL) instanceof Instant instant) {
            return OptionalLong.of(
                    Math.max(1, Duration.between(now, instant).plusMillis(999).toSeconds()));
        }
        return OptionalLong.empty();
    }

    /** @param address URI of this one occurrence */
    public Problem instance(String address) {
        return with("instance", address);
    }

    public boolean is(ProblemType one) {
        return type.equals(TYPES + one.label());
    }

    private Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }
}
