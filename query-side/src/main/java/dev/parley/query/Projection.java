package dev.parley.query;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A read model and how it follows from the events: its {@code @EventHandler} methods are given every event from the
 * log's first on, in order, by a processor of its own, and have what they want stored written by {@link Writes}. It can
 * be built anew beside itself at any time, so it keeps nothing in fields, and every write leaves the same document when
 * it is repeated. Several classes that write one read model together share its name.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Projection {
    /** What it is called in answers and metrics: small letters and hyphens. */
    String name();

    /** MongoDB's collections that it writes, and nobody else. */
    String[] collections() default {};

    /**
     * How long it rests at least after a batch that left nothing behind: for one that nobody waits for, and whose many
     * small batches would take the machine from whoever is served.
     */
    int restMillis() default 0;
}
