package dev.parley.deploy;

import static dev.parley.deploy.Yaml.at;
import static dev.parley.deploy.Yaml.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Compose makes of one file over another, by its specification: maps join by key, what follows is added to lists, and
 * a volume or secret takes the place of one that is found at the same place. A command is replaced.
 */
final class Merge {
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");
    private static final Set<String> BY_PLACE = Set.of("volumes", "secrets");

    private Merge() {}

    /** The services of both, by name. */
    static Map<String, Map<String, Object>> services(Map<String, ?> one, Map<String, ?> over) {
        Map<String, Map<String, Object>> all = new HashMap<>();
        at(one, "services").forEach((name, service) -> all.put(name, new HashMap<>(map(service))));
        at(over, "services")
                .forEach((name, service) -> join(all.computeIfAbsent(name, key -> new HashMap<>()), service));
        return all;
    }

    private static void join(Map<String, Object> into, Object over) {
        map(over).forEach((key, value) -> into.merge(key, value, (before, after) -> joined(key, before, after)));
    }

    private static Object joined(String key, Object before, Object after) {
        if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
            Map<String, Object> both = new HashMap<>(map(before));
            join(both, after);
            return both;
        }
        if (before instanceof List<?> first && after instanceof List<?> more && !REPLACED.contains(key)) {
            return BY_PLACE.contains(key) ? byPlace(first, more) : appended(first, more);
        }
        return after;
    }

    private static List<Object> appended(List<?> first, List<?> more) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    private static List<Object> byPlace(List<?> first, List<?> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        appended(first, more).forEach(entry -> all.put(place(entry), entry));
        return List.copyOf(all.values());
    }

    /** The target in the container of {@code source:target:mode}, of a detailed entry, or of what is found by its name. */
    private static String place(Object entry) {
        if (entry instanceof Map<?, ?> detailed) {
            return (String) detailed.get("target");
        }
        String[] parts = entry.toString().split(":");
        return parts.length > 1 ? parts[1] : parts[0];
    }
}
