package dev.parley.command.log;

import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How events, snapshots and tokens are written down: as JSON, by one serializer for all of them. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

    /** Axon takes the one general serializer for messages and events too, where those have none of their own. */
    @Bean
    @Primary
    Serializer serializer(List<Jackson3SerializerCustomizer> customizers) {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> {
                    configure(mapper);
                    customizers.forEach(customizer -> customizer.accept(mapper));
                })
                .build();
    }

    /** Lifts what was stored in an earlier shape to today's. The oldest comes first: each hands on to the next. */
    @Bean
    EventUpcasterChain upcasters() {
        return new EventUpcasterChain();
    }

    /**
     * A field that is not known is passed over: while versions change, a server reads what a newer one wrote. A field
     * that is missing fails, because it means that an upcaster is: nothing is made up in its place. What goes wrong in
     * writing keeps its type, so that a command whose text cannot be sealed is answered with the reason.
     */
    private static void configure(JsonMapper.Builder mapper) {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .disable(SerializationFeature.WRAP_EXCEPTIONS);
    }
}
