package dev.parley.command.export;

import dev.parley.command.export.ObjectShape.Field;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Secret;
import dev.parley.kernel.moderation.Evidence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes of all that events are made of. Only what is known here is told: a type that is not fails when the shapes are
 * made, and text that is not known to be an id counts as somebody's words.
 */
final class Shapes {
    static final Shape INTEGER = new Shape.Plain(Map.of("type", "integer"));
    static final Shape INSTANT = new Formatted<>(Instant.class, Shapes::text, "date-time");
    static final Shape PERSONAL_TEXT = new Told<>(PersonalText.class, Disclosure::text);
    static final Shape WORDS = new Told<>(String.class, Disclosure::words);
    static final Shape EVENT = thing("event");
    static final Shape STREAM = thing("stream");

    private static final Map<Class<?>, Shape> SIMPLE = Map.of(
            long.class, INTEGER,
            int.class, INTEGER,
            boolean.class, new Shape.Plain(Map.of("type", "boolean")),
            Instant.class, INSTANT,
            LocalDate.class, new Formatted<>(LocalDate.class, LocalDate::toString, "date"),
            PersonalText.class, PERSONAL_TEXT,
            String.class, WORDS);

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final JsonMapper LABELS =
            JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();

    private Shapes() {}

    /** Instants and days, as text. */
    private record Formatted<T>(Class<T> type, Function<T, String> text, String format) implements Shape {
        @Override
        public Object json(Object value, Disclosure disclosure) {
            return text.apply(type.cast(value));
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return Map.of("type", "string", "format", format);
        }
    }

    /** What somebody wrote: told or not. */
    private record Told<T>(Class<T> type, Telling<T> telling) implements Shape {
        @Override
        public Object json(Object value, Disclosure disclosure) {
            return telling.tell(disclosure, type.cast(value)).orElse(null);
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return switch (detail) {
                case PSEUDONYMOUS -> Map.of("type", "null");
                case NAMED -> Map.of("type", List.of("string", "null"));
            };
        }
    }

    @FunctionalInterface
    private interface Telling<T> {
        Optional<String> tell(Disclosure disclosure, T text);
    }

    /** The values of an enumeration, as the API spells them. */
    private record Labels(Map<Object, String> byValue) implements Shape {
        static Labels of(Class<?> type) {
            return new Labels(Stream.of(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(
                            value -> value, value -> LABELS.convertValue(value, String.class))));
        }

        @Override
        public Object json(Object value, Disclosure disclosure) {
            return byValue.get(value);
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return Map.of("enum", byValue.values().stream().sorted().toList());
        }
    }

    /** @throws IllegalArgumentException if nothing says how such values are told */
    static Shape of(Type type) {
        return type instanceof ParameterizedType several
                ? ofSeveral(several.getRawType(), of(several.getActualTypeArguments()[0]))
                : of((Class<?>) type);
    }

    private static Shape ofSeveral(Type type, Shape each) {
        if (type == Optional.class) {
            return each.optional();
        }
        if (type == List.class) {
            return new Shape.ListOf(each);
        }
        throw unknown(type);
    }

    private static Shape of(Class<?> type) {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        }
        if (type.isEnum()) {
            return Labels.of(type);
        }
        return IdShape.of(type).orElseGet(() -> ofRecord(type));
    }

    /** Its components by their names, without those that are secret. */
    static ObjectShape ofRecord(Class<?> type) {
        if (!type.isRecord()) {
            throw unknown(type);
        }
        return new ObjectShape(Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(Secret.class))
                .<Field<?>>map(Shapes::field)
                .toList());
    }

    private static Field<?> field(RecordComponent component) {
        boolean stream = component.getDeclaringRecord() == Evidence.class
                && component.getName().equals("stream");
        return new Field<>(
                snake(component.getName()),
                object -> value(component, object),
                stream ? STREAM : of(component.getGenericType()));
    }

    private static Object value(RecordComponent component, Object object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("Nothing says how " + type + " is exported");
    }

    private static Shape thing(String kind) {
        return new IdShape<>(String.class, (id, how) -> how.thing(kind, id), Pseudonymous.PATTERN);
    }

    private static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static String snake(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
