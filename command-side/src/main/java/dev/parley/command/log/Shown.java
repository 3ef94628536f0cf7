package dev.parley.command.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.UnknownSerializedType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How events and states are shown to moderators: without what is {@link Secret}, texts in clear or not at all. */
enum Shown {
    WITH_TEXTS,
    WITHOUT_TEXTS;

    /** What people write there is for them alone. */
    private static final Set<String> PRIVATE = Set.of("Conversation", "Notes");

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final String MILLISECONDS = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .annotationIntrospector(new Secrets())
            .withConfigOverride(
                    Instant.class,
                    instants -> instants.setFormat(JsonFormat.Value.forPattern(MILLISECONDS)
                            .withTimeZone(java.util.TimeZone.getTimeZone("UTC"))))
            .addModule(new SimpleModule().addSerializer(new Texts(this)))
            .build();

    /** @param type of the aggregate */
    static Shown of(String type) {
        return PRIVATE.contains(type) ? WITHOUT_TEXTS : WITH_TEXTS;
    }

    boolean isPrivate() {
        return this == WITHOUT_TEXTS;
    }

    /** Nothing of an event that only a newer server knows. */
    Map<String, Object> json(Object value) {
        return value instanceof UnknownSerializedType ? Map.of() : json.convertValue(value, FIELDS);
    }

    private static final class Secrets extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.hasAnnotation(Secret.class) || super.hasIgnoreMarker(config, member);
        }
    }

    private static final class Texts extends StdSerializer<PersonalText> {
        private final Shown shown;

        Texts(Shown shown) {
            super(PersonalText.class);
            this.shown = shown;
        }

        @Override
        public void serialize(PersonalText text, JsonGenerator json, SerializationContext context) {
            if (shown.isPrivate()) {
                json.writeNull();
            } else {
                json.writeString(text.text());
            }
        }
    }
}
