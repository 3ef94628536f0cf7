package dev.parley.api.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final String CALLERS = "0af7651916cd43dd8448eb211c80319c";
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final SpansForTests spans = new SpansForTests();

    @Test
    void takeOverTheTraceOfTheCaller() {
        try (Traces traces = traces(1)) {
            traces.begin(CALLERS, "GET").end();
        }
        assertThat(spans.all()).extracting(SpanData::getTraceId).containsExactly(CALLERS);
    }

    @Test
    void arePutTogetherByNodesThatShareNothingButTheCorrelation() {
        try (Traces one = traces(1);
                Traces other = traces(1)) {
            Span request = one.begin("request-7", "POST");
            other.follow("request-7", "live MessagePosted", SpanKind.CONSUMER, NOON)
                    .end();
            request.end();

            SpanData live = spans.all().getFirst();
            assertThat(live.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
            assertThat(live.getParentSpanId())
                    .isEqualTo(request.getSpanContext().getSpanId());
            assertThat(live.getStartEpochNanos()).isEqualTo(NOON.getEpochSecond() * 1_000_000_000);
        }
    }

    @Test
    void areKeptOrNotAsAWhole() {
        try (Traces one = traces(0.5);
                Traces other = traces(0.5)) {
            long kept = IntStream.range(0, 1_000)
                    .mapToObj(number -> "request-" + number)
                    .peek(request -> assertThat(one.has(request)).isEqualTo(other.has(request)))
                    .filter(one::has)
                    .count();
            assertThat(kept).isBetween(400L, 600L);
        }
    }

    @Test
    void areAllKeptOrNoneWhereThatIsAsked() {
        try (Traces all = traces(1);
                Traces none = traces(0)) {
            assertThat(all.has(CALLERS)).isTrue();
            assertThat(none.has(CALLERS)).isFalse();
        }
    }

    private Traces traces(double share) {
        return new Traces(SimpleSpanProcessor.create(spans), share);
    }
}
