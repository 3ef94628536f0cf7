package dev.parley.command.log;

import dev.parley.kernel.node.NodeRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Is there only on nodes with the role {@link NodeRole#COMMAND}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnCommandNodes.HasRole.class)
public @interface OnCommandNodes {
    /** Asks the configuration. */
    class HasRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String roles = context.getEnvironment().getProperty(NodeRole.SETTING, NodeRole.ALL);
            return NodeRole.of(roles).contains(NodeRole.COMMAND);
        }
    }
}
