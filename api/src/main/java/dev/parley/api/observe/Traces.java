package dev.parley.api.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.http.Correlation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What became of a request, wherever and whenever it did. The trace's id follows from the {@linkplain Correlation
 * correlation} that each event carries, and is that of the caller's {@code traceparent} where there was one: so nodes
 * that share nothing but the log add to the same trace, also long after the request.
 */
final class Traces implements AutoCloseable {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int SPAN_ID_DIGITS = 16;
    private static final long CLOSING_SECONDS = 5;

    private final RootIds ids = new RootIds();
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final long bound;

    /** @param share of all traces that are kept, the same ones on each node: 0 to 1 */
    Traces(SpanProcessor processor, double share) {
        bound = share >= 1 ? Long.MAX_VALUE : (long) (share * Long.MAX_VALUE);
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(
                        Attributes.builder().put("service.name", "parley").build()))
                .setIdGenerator(ids)
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(processor)
                .build();
        tracer = provider.get("dev.parley");
    }

    /** Whether anything of this request is kept. */
    boolean has(String correlation) {
        UUID mixed = UUID.nameUUIDFromBytes(traceId(correlation).getBytes(UTF_8));
        return mixed.getMostSignificantBits() >>> 1 < bound;
    }

    /** The request itself, under which all else is found. */
    Span begin(String correlation, String name) {
        return ids.rooted(
                traceId(correlation),
                () -> tracer.spanBuilder(name)
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    /** Something that came of a request. */
    Span follow(String correlation, String name, SpanKind kind, Instant start) {
        String trace = traceId(correlation);
        var root = SpanContext.createFromRemoteParent(
                trace, rootId(trace), TraceFlags.getSampled(), TraceState.getDefault());
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(root)))
                .setSpanKind(kind)
                .setStartTimestamp(start)
                .startSpan();
    }

    static String traceId(String correlation) {
        return TRACE_ID.matcher(correlation).matches()
                ? correlation
                : UUID.nameUUIDFromBytes(correlation.getBytes(UTF_8)).toString().replace("-", "");
    }

    private static String rootId(String trace) {
        return UUID.nameUUIDFromBytes(trace.getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, SPAN_ID_DIGITS);
    }

    @Override
    public void close() {
        provider.shutdown().join(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    /** Random ones, but for a root, whose own follow from its trace. */
    private static final class RootIds implements IdGenerator {
        private final IdGenerator random = IdGenerator.random();
        private final ThreadLocal<String> root = new ThreadLocal<>();

        Span rooted(String trace, Supplier<Span> begin) {
            root.set(trace);
            try {
                return begin.get();
            } finally {
                root.remove();
            }
        }

        @Override
        public String generateTraceId() {
            String trace = root.get();
            return trace == null ? random.generateTraceId() : trace;
        }

        @Override
        public String generateSpanId() {
            String trace = root.get();
            return trace == null ? random.generateSpanId() : rootId(trace);
        }
    }
}
