package dev.parley.command.log;

import dev.parley.kernel.node.NodeSettings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Is there only where the events are in PostgreSQL. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = NodeSettings.EVENT_STORE, havingValue = NodeSettings.POSTGRES, matchIfMissing = true)
@interface OnPostgres {}
