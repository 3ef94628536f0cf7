package dev.parley.api.observe;

import dev.parley.kernel.Envelope;
import dev.parley.query.live.LogListener;
import io.opentelemetry.api.trace.SpanKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A span for each event that this node's streams are told of, from its acceptance until they were. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class TracedTail implements LogListener {
    private final Traces traces;

    TracedTail(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        String correlation = (String) event.getMetaData().getOrDefault(Envelope.CORRELATION, "");
        if (traces.has(correlation)) {
            String name = "live " + event.getPayloadType().getSimpleName();
            traces.follow(correlation, name, SpanKind.CONSUMER, event.getTimestamp())
                    .end();
        }
    }
}
