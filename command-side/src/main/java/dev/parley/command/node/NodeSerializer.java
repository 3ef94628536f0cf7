package dev.parley.command.node;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/**
 * Commands, queries and their answers on their way between nodes: as JSON of what they are made of, whatever their
 * annotations say of how clients see them, and with the type of each part that its place does not tell.
 */
public final class NodeSerializer {
    private NodeSerializer() {}

    public static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(NodeSerializer::customize)
                .build();
    }

    private static void customize(JsonMapper.Builder mapper) {
        mapper.disable(MapperFeature.USE_ANNOTATIONS)
                .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .setDefaultTyping(new UntoldTypes());
    }

    /** Of what is declared as anything, or as one of a family. */
    private static final class UntoldTypes extends DefaultTypeResolverBuilder {
        UntoldTypes() {
            super(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("dev.parley.")
                            .allowIfSubType("java.time.")
                            .allowIfSubType("java.util.")
                            .allowIfSubType(Long.class)
                            .build(),
                    DefaultTyping.NON_FINAL,
                    As.PROPERTY);
        }

        @Override
        public boolean useForType(JavaType type) {
            Class<?> raw = type.getRawClass();
            return type.isJavaLangObject()
                    || (raw.isInterface() && raw.getName().startsWith("dev.parley."));
        }
    }
}
