package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.util.List;
import org.springframework.util.ClassUtils;

/** The engines of the {@code embedded} profile: a production jar has none of them. */
final class EmbeddedEngines {
    private static final List<String> CLASSES = List.of(
            "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver",
            "de.bwaldvogel.mongo.backend.h2.H2Backend");

    private EmbeddedEngines() {}

    /** @throws CannotStart if this is a production jar */
    static void requireOnClassPath() {
        boolean complete = CLASSES.stream().allMatch(name -> ClassUtils.isPresent(name, null));
        if (!complete) {
            throw new CannotStart("This jar has no embedded stack: give it your own servers and"
                    + " --spring.profiles.active=production, or start Parley from its sources with"
                    + " ./mvnw spring-boot:run.");
        }
    }
}
