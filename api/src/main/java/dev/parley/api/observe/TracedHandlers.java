package dev.parley.api.observe;

import dev.parley.kernel.Envelope;
import dev.parley.query.LiveVersions;
import dev.parley.query.Projection;
import dev.parley.query.ProjectionRun;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A span for each event that a projection handles, told once its batch is written: a batch that is handled again in parts
 * tells of each once, but of what fails each time. Events of more than an hour ago, and runs that nobody reads, have
 * none: filling a read model goes through years of them in minutes.
 */
final class TracedHandlers implements HandlerEnhancerDefinition {
    private static final Duration NEWS = Duration.ofHours(1);

    private final Supplier<Traces> traces;
    private final Supplier<LiveVersions> versions;
    private final Supplier<Clock> clock;

    /** They are asked for when the first event comes: Axon wants this before anything else is made. */
    TracedHandlers(Supplier<Traces> traces, Supplier<LiveVersions> versions, Supplier<Clock> clock) {
        this.traces = traces;
        this.versions = versions;
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
            Instant now = clock.get().instant();
            if (!isTold((EventMessage<?>) message, now)) {
                return super.handle(message, target);
            }
            Span span = traces.get()
                    .follow(
                            correlation(message),
                            projection + " " + message.getPayloadType().getSimpleName(),
                            SpanKind.CONSUMER,
                            now);
            try {
                Object result = super.handle(message, target);
                Instant handled = clock.get().instant();
                CurrentUnitOfWork.get().afterCommit(written -> span.end(handled));
                return result;
            } catch (Exception failure) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                span.end();
                throw failure;
            }
        }

        private boolean isTold(EventMessage<?> event, Instant now) {
            return event.getTimestamp().isAfter(now.minus(NEWS))
                    && traces.get().has(correlation(event))
                    && versions.get().of(projection).equals(ProjectionRun.current(projection));
        }

        private static String correlation(Message<?> message) {
            return (String) message.getMetaData().getOrDefault(Envelope.CORRELATION, "");
        }
    }
}
