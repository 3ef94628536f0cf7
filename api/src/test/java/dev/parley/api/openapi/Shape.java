package dev.parley.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares JSON with its schema, by the names and types of properties. */
class Shape {
    private final JsonNode document;

    Shape(JsonNode document) {
        this.document = document;
    }

    void check(JsonNode value, JsonNode declared, String where) {
        JsonNode schema = resolve(declared);
        Set<String> types = types(schema);
        assertThat(types).as("%s is %s", where, value).contains(type(value, types));
        if (value.isArray()) {
            value.forEach(item -> check(item, schema.path("items"), where + "[]"));
        }
        if (value.isObject()) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as("%s has %s", where, name)
                            .isTrue());
            value.properties().forEach(property -> {
                JsonNode known = schema.path("properties").path(property.getKey());
                assertThat(known.isMissingNode())
                        .as("%s.%s is undocumented", where, property.getKey())
                        .isFalse();
                if (!property.getValue().isNull()) {
                    check(property.getValue(), known, where + "." + property.getKey());
                }
            });
        }
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asString()));
        } else {
            types.add(schema.path("type").asString("object"));
        }
        return types;
    }

    private static String type(JsonNode value, Set<String> expected) {
        if (value.isObject()) {
            return "object";
        }
        if (value.isArray()) {
            return "array";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isIntegralNumber() && expected.contains("integer")) {
            return "integer";
        }
        return value.isNumber() ? "number" : "string";
    }
}
