package dev.parley.command.node;

import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Is there only on nodes with the role, or only on those without. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnRole.Holds.class)
public @interface OnRole {
    NodeRole value();

    /** Whether the nodes are meant that have the role. */
    boolean given() default true;

    /** Asks the settings. */
    class Holds implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            MergedAnnotation<OnRole> wanted = annotated.getAnnotations().get(OnRole.class);
            NodeSettings node = NodeSettings.of(context.getEnvironment()::getProperty);
            return node.has(wanted.getEnum("value", NodeRole.class)) == wanted.getBoolean("given");
        }
    }
}
