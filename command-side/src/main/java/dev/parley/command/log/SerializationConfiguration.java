package dev.parley.command.log;

import java.util.List;
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
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How events, snapshots and tokens are written down: as JSON, with personal text sealed. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

    /**
     * For snapshots and tokens. A snapshot with a field that is not known fails: it is of another version, and the
     * aggregate is built from its events instead.
     */
    @Bean
    @Primary
    Serializer serializer(List<Jackson3SerializerCustomizer> customizers) {
        return serializer(
                customizers,
                mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS) // or they would come back empty
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(TrackingToken.class) // a token may hold another
                                .build()));
    }

    /**
     * For events. A field that is not known is passed over: while versions change, a server reads what a newer one
     * wrote. A field that is missing fails, because it means that an upcaster is: nothing is made up in its place.
     */
    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer(List<Jackson3SerializerCustomizer> customizers) {
        return serializer(
                customizers,
                mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES));
    }

    /** For events without what people wrote: it is left sealed, and reads as empty. */
    @Bean(defaultCandidate = false)
    Serializer textlessEventSerializer(@Qualifier("personalTextLeftSealed") Jackson3SerializerCustomizer sealed) {
        return eventSerializer(List.of(sealed));
    }

    /** Lifts what was stored in an earlier shape to today's. The oldest comes first: each hands on to the next. */
    @Bean
    EventUpcasterChain upcasters() {
        return new EventUpcasterChain(new NamingSaysWhen(), new LookSaysWhere(), new EditSaysRoughly());
    }

    /** What goes wrong in writing keeps its type: a command whose text cannot be sealed is told why. */
    private static Serializer serializer(
            List<Jackson3SerializerCustomizer> customizers, Jackson3SerializerCustomizer special) {
        return new LogSerializer(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> {
            mapper.disable(SerializationFeature.WRAP_EXCEPTIONS);
            special.accept(mapper);
            customizers.forEach(customizer -> customizer.accept(mapper));
        }));
    }
}
