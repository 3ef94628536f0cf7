package dev.parley.command.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one kind of value stands in an export, and the JSON Schema of that. */
interface Shape {
    /** As JSON has it: text, number, boolean, list or map; {@code null} where it is not there, or is not told. */
    Object json(Object value, Disclosure disclosure);

    Map<String, Object> schema(Detail detail);

    /** The same, where there need not be any. */
    default Shape optional() {
        return new OptionalOf(this);
    }

    /** A value that is the same in every export. */
    record Plain(Map<String, Object> schema) implements Shape {
        @Override
        public Object json(Object value, Disclosure disclosure) {
            return value;
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return schema;
        }
    }

    /** A value that an {@link Optional} holds. */
    record OptionalOf(Shape shape) implements Shape {
        @Override
        public Object json(Object value, Disclosure disclosure) {
            return ((Optional<?>) value)
                    .map(present -> shape.json(present, disclosure))
                    .orElse(null);
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return Map.of("anyOf", List.of(shape.schema(detail), Map.of("type", "null")));
        }
    }

    /** Values of one shape, in order. */
    record ListOf(Shape shape) implements Shape {
        @Override
        public Object json(Object value, Disclosure disclosure) {
            return ((List<?>) value)
                    .stream().map(one -> shape.json(one, disclosure)).toList();
        }

        @Override
        public Map<String, Object> schema(Detail detail) {
            return Map.of("type", "array", "items", shape.schema(detail));
        }
    }
}
