package dev.parley.api.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The id under which everything that one request led to is found: in the events, the log and the answer's
 * {@code X-Request-Id}. A well-formed {@code X-Request-Id} or the trace id of a {@code traceparent} is taken over.
 */
public final class Correlation {
    /** Request and response header. */
    public static final String HEADER = "X-Request-Id";

    /** Name under which log lines carry it. */
    static final String KEY = "correlation";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    /** The id of this request: the same one however often it is asked for. */
    public static String of(ServerWebExchange exchange) {
        Object id = exchange.getAttributes()
                .computeIfAbsent(ATTRIBUTE, absent -> id(exchange.getRequest().getHeaders()));
        return (String) id;
    }

    private static String id(HttpHeaders headers) {
        String requestId = headers.getFirst(HEADER);
        if (requestId != null && REQUEST_ID.matcher(requestId).matches()) {
            return requestId;
        }
        String traceParent = headers.getFirst("traceparent");
        if (traceParent != null) {
            Matcher trace = TRACE_PARENT.matcher(traceParent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        return fresh();
    }

    /** An id for what no request began: 128 random bits, unique and no secret. */
    public static String fresh() {
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
