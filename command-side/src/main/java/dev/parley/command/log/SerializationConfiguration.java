package dev.parley.command.log;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How events, snapshots and tokens are written down: as JSON, with personal text sealed. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

    /** For snapshots, tokens, and whatever is not an event. */
    @Bean
    @Primary
    Serializer serializer(List<Jackson3SerializerCustomizer> customizers) {
        return serializer(customizers, SerializationConfiguration::readTokensAndAggregates);
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer(List<Jackson3SerializerCustomizer> customizers) {
        return serializer(
                customizers, mapper -> mapper.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES));
    }

    /** Lifts what was stored in an earlier shape to today's. The oldest comes first: each hands on to the next. */
    @Bean
    EventUpcasterChain upcasters() {
        return new EventUpcasterChain();
    }

    /**
     * A field that is not known is passed over: while versions change, a server reads what a newer one wrote. A field
     * of an event that is missing fails, because it means that an upcaster is: nothing is made up in its place. What
     * goes wrong in writing keeps its type, so that a command whose text cannot be sealed is answered with the reason.
     */
    private static Serializer serializer(
            List<Jackson3SerializerCustomizer> customizers, Jackson3SerializerCustomizer special) {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> {
                    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .disable(SerializationFeature.WRAP_EXCEPTIONS);
                    special.accept(mapper);
                    customizers.forEach(customizer -> customizer.accept(mapper));
                })
                .build();
    }

    /**
     * Collections in final fields are filled as they are: without this a snapshot would come back without them. A token
     * may hold another, whose class it names.
     */
    private static void readTokensAndAggregates(JsonMapper.Builder mapper) {
        mapper.enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS);
        for (Class<?> type : List.of(List.class, Set.class, Map.class, Deque.class)) {
            mapper.withConfigOverride(type, collection -> collection.setMergeable(true));
        }
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(TrackingToken.class)
                .build());
    }
}
