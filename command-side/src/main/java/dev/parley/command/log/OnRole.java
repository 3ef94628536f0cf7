package dev.parley.command.log;

import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Is there only on nodes with the role. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnRole.IsGiven.class)
public @interface OnRole {
    NodeRole value();

    /** Asks the settings. */
    class IsGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            NodeRole role = annotated.getAnnotations().get(OnRole.class).getEnum("value", NodeRole.class);
            return NodeSettings.of(context.getEnvironment()::getProperty).has(role);
        }
    }
}
