package dev.parley.api.start;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Settings that stand alone, with what their values are: those of a kind are records, which look after themselves. */
enum SingleSetting {
    MINIMUM_FREE_DISK("parley.minimum-free-disk", DataSize.class),
    METRICS_OPEN("parley.metrics.open", Boolean.class),
    LIMITS_BODY("parley.limits.body", DataSize.class),
    LIMITS_AT_ONCE("parley.limits.at-once", Integer.class),
    LIMITS_ARRIVAL("parley.limits.arrival", Duration.class),
    COMMANDS_WAITING("parley.commands.max-waiting", Integer.class),
    COMMANDS_DEADLINE("parley.commands.deadline", Duration.class),
    HASH_STRENGTH("parley.kid-mode.hash-strength", Integer.class),
    LEASE("parley.moderation.lease", Duration.class),
    LEASE_SWEEP("parley.moderation.lease-sweep", Duration.class),
    SANCTION_SWEEP("parley.moderation.sanction-sweep", Duration.class),
    TIMEOUT_SWEEP("parley.chat.timeout-sweep", Duration.class),
    ERASURE_SWEEP("parley.erasure.sweep", Duration.class),
    PROJECTIONS_KEEP("parley.projections.keep", Duration.class),
    DEAD_LETTERS("parley.projections.dead-letters", Integer.class),
    /** 0 is any that is free. */
    PORT("server.port", Integer.class, 0);

    private final String name;
    private final Class<?> type;
    private final int least;

    SingleSetting(String name, Class<?> type) {
        this(name, type, 1);
    }

    SingleSetting(String name, Class<?> type, int least) {
        this.name = name;
        this.type = type;
        this.least = least;
    }

    /** @throws dev.parley.kernel.CannotStart naming the first whose value is none of its kind, or too little */
    static void requireReadable(Environment environment) {
        Binder binder = Binder.get(environment);
        for (SingleSetting setting : values()) {
            ValueKind.require(
                    setting.name,
                    setting.type,
                    setting.least,
                    () -> binder.bind(setting.name, Bindable.of(setting.type)).orElse(null));
        }
    }
}
