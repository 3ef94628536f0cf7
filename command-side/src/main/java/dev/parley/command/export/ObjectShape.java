package dev.parley.command.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Named fields, in order: each is always there. */
record ObjectShape(List<Field<?>> fields) implements Shape {
    ObjectShape {
        fields = List.copyOf(fields);
    }

    /**
     * One of them.
     *
     * @param of finds its value in an object of type {@code T}
     */
    record Field<T>(String name, Function<T, Object> of, Shape shape) {
        @SuppressWarnings("unchecked") // whoever makes an object's shape says what the object is
        private Object json(Object object, Disclosure disclosure) {
            return shape.json(of.apply((T) object), disclosure);
        }
    }

    /** The same without some of them. */
    ObjectShape without(Set<String> names) {
        return names.isEmpty()
                ? this
                : new ObjectShape(fields.stream()
                        .filter(field -> !names.contains(field.name()))
                        .toList());
    }

    @Override
    public Map<String, Object> json(Object object, Disclosure disclosure) {
        Map<String, Object> json = LinkedHashMap.newLinkedHashMap(fields.size());
        fields.forEach(field -> json.put(field.name(), field.json(object, disclosure)));
        return json;
    }

    @Override
    public Map<String, Object> schema(Detail detail) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.shape().schema(detail)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", fields.stream().map(Field::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
