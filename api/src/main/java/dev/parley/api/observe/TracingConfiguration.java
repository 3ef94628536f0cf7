package dev.parley.api.observe;

import dev.parley.command.Commands;
import dev.parley.query.LiveVersions;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Traces, where they are wanted: otherwise nothing of this is there, and nothing is looked at. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("parley.tracing.enabled")
@EnableConfigurationProperties(TraceSettings.class)
class TracingConfiguration {
    @Bean(destroyMethod = "close")
    static Traces traces(TraceSettings settings) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint()).build();
        return new Traces(BatchSpanProcessor.builder(exporter).build(), settings.share());
    }

    @Bean
    TracedRequests tracedRequests(Traces traces) {
        return new TracedRequests(traces);
    }

    @Bean
    TracedTail tracedTail(Traces traces) {
        return new TracedTail(traces);
    }

    @Bean
    static TracedHandlers tracedHandlers(
            ObjectProvider<Traces> traces, ObjectProvider<LiveVersions> versions, ObjectProvider<Clock> clock) {
        return new TracedHandlers(
                SingletonSupplier.of(traces::getObject),
                SingletonSupplier.of(versions::getObject),
                SingletonSupplier.of(clock::getObject));
    }

    @Bean
    static BeanPostProcessor tracedCommands(ObjectProvider<Traces> traces, ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Commands commands
                        ? new TracedCommands(commands, traces.getObject(), clock.getObject())
                        : bean;
            }
        };
    }
}
