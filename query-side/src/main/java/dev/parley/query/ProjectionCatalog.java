package dev.parley.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** All projections there are, found by their {@link Projection} annotation. */
@Component
public class ProjectionCatalog {
    private final Map<String, List<String>> collections = new TreeMap<>();
    private final Map<String, String> writers = new HashMap<>();
    private final Map<String, Duration> rests = new HashMap<>();

    /** @throws IllegalStateException if two projections claim one collection */
    ProjectionCatalog(ListableBeanFactory beans) {
        for (String bean : beans.getBeanNamesForAnnotation(Projection.class)) {
            add(beans.findAnnotationOnBean(bean, Projection.class));
        }
    }

    private void add(Projection projection) {
        List<String> written = collections.computeIfAbsent(projection.name(), name -> new ArrayList<>());
        rests.merge(projection.name(), Duration.ofMillis(projection.restMillis()), ProjectionCatalog::longer);
        for (String collection : projection.collections()) {
            written.add(collection);
            String other = writers.put(collection, projection.name());
            if (other != null) {
                throw new IllegalStateException(other + " and " + projection.name() + " both write " + collection);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** In the order of the alphabet. */
    public Set<String> names() {
        return collections.keySet();
    }

    /** MongoDB's collections that the projection writes. */
    public List<String> collectionsOf(String projection) {
        return List.copyOf(collections.getOrDefault(projection, List.of()));
    }

    /** Whether an event handler belongs to the projection of this name. */
    public static boolean isOf(String name, Object handler) {
        Projection declared = handler.getClass().getAnnotation(Projection.class);
        return declared != null && declared.name().equals(name);
    }

    /** How long the projection rests at least after a batch that left nothing behind. */
    public Duration restOf(String projection) {
        return rests.getOrDefault(projection, Duration.ZERO);
    }

    /** @throws IllegalStateException if no projection writes the collection */
    String writerOf(String collection) {
        String writer = writers.get(collection);
        if (writer == null) {
            throw new IllegalStateException("no projection writes " + collection);
        }
        return writer;
    }
}
