package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.junit.jupiter.api.Test;

class ProjectionProcessorTest {
    private final ProjectionProcessor processor = new ProjectionProcessor(
            "rooms",
            run -> {
                throw new IllegalStateException("nothing runs");
            },
            started -> {});

    @Test
    void hasNoEnvelopeParsedForWhatItNeverSends() {
        processor.registerHandlerInterceptor(new CorrelationDataInterceptor<EventMessage<?>>());

        assertThat(processor.getHandlerInterceptors()).isEmpty();
    }

    @Test
    void refusesWhateverWouldComeBetweenEventsAndHandlers() {
        MessageHandlerInterceptor<EventMessage<?>> other = (unit, chain) -> chain.proceed();

        assertThatThrownBy(() -> processor.registerHandlerInterceptor(other))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
