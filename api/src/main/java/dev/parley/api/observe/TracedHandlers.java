package dev.parley.api.observe;

import dev.parley.kernel.Envelope;
import dev.parley.query.Projection;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.beans.factory.ObjectProvider;

/** A span for each event that a projection handles. Its writes are sent with all others of its batch, after it. */
final class TracedHandlers implements HandlerEnhancerDefinition {
    private final ObjectProvider<Traces> traces;
    private final ObjectProvider<Clock> clock;

    /** Both are looked up when the first event comes: Axon asks for this before anything else is made. */
    TracedHandlers(ObjectProvider<Traces> traces, ObjectProvider<Clock> clock) {
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return projection(original)
                .<MessageHandlingMember<T>>map(name -> new Traced<>(original, name))
                .orElse(original);
    }

    private static Optional<String> projection(MessageHandlingMember<?> handler) {
        return handler.canHandleMessageType(EventMessage.class)
                ? handler.unwrap(Method.class)
                        .map(method -> method.getDeclaringClass().getAnnotation(Projection.class))
                        .map(Projection::name)
                : Optional.empty();
    }

    private final class Traced<T> extends WrappedMessageHandlingMember<T> {
        private final String projection;

        Traced(MessageHandlingMember<T> handler, String projection) {
            super(handler);
            this.projection = projection;
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            String correlation = (String) message.getMetaData().getOrDefault(Envelope.CORRELATION, "");
            Traces all = traces.getObject();
            if (!all.has(correlation)) {
                return super.handle(message, target);
            }
            Span span = all.follow(
                    correlation,
                    projection + " " + message.getPayloadType().getSimpleName(),
                    SpanKind.CONSUMER,
                    clock.getObject().instant());
            try {
                return super.handle(message, target);
            } catch (Exception failure) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                throw failure;
            } finally {
                span.end();
            }
        }
    }
}
