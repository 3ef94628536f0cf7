package dev.parley.api.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.Envelope;
import dev.parley.query.LiveVersions;
import dev.parley.query.Projection;
import dev.parley.query.ProjectionRun;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;

class TracedHandlersTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final ProjectionRun READ = new ProjectionRun("words", 2);
    private static final String UNREADABLE = "unreadable";

    private final SpansForTests spans = new SpansForTests();
    private final LiveVersions versions = new LiveVersions();
    private final AnnotationEventHandlerAdapter words = words();

    /** Handles words, but for one. */
    @Projection(name = "words")
    static class Words {
        @EventHandler
        void on(String word) {
            if (word.equals(UNREADABLE)) {
                throw new IllegalArgumentException(word);
            }
        }
    }

    @Test
    void tellOfWhatIsNew() {
        handle(READ, word("hello", NOON.minusSeconds(1)));

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("words String");
    }

    @Test
    void tellNothingOfARunThatNobodyReads() {
        handle(new ProjectionRun("words", 3), word("hello", NOON));

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void tellNothingOfWhatIsLongPast() {
        handle(READ, word("hello", NOON.minus(Duration.ofHours(1))));

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void tellOnceOfABatchThatIsHandledAgain() {
        EventMessage<?> first = word("hello", NOON);
        EventMessage<?> second = word(UNREADABLE, NOON);
        assertThat(handle(READ, first, second)).isFalse();
        assertThat(handle(READ, first)).isTrue();

        assertThat(spans.all())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.UNSET);
    }

    /** Whether all of it could be handled. */
    private boolean handle(ProjectionRun run, EventMessage<?>... batch) {
        versions.set(READ, 0);
        var unit = new BatchingUnitOfWork<>(List.of(batch));
        unit.start();
        run.enter(unit);
        return !unit.executeWithResult(() -> words.handle(unit.getMessage())).isExceptional();
    }

    private static EventMessage<?> word(String word, Instant at) {
        String id = UUID.randomUUID().toString();
        return new GenericEventMessage<>(
                new GenericMessage<>(id, word, MetaData.from(Map.of(Envelope.CORRELATION, "request-1"))), () -> at);
    }

    private AnnotationEventHandlerAdapter words() {
        Class<?> type = Words.class;
        var traces = new Traces(SimpleSpanProcessor.create(spans), 1);
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var traced = new TracedHandlers(() -> traces, () -> versions, () -> clock);
        return new AnnotationEventHandlerAdapter(
                new Words(),
                ClasspathParameterResolverFactory.forClass(type),
                MultiHandlerDefinition.ordered(traced, ClasspathHandlerDefinition.forClass(type)));
    }
}
