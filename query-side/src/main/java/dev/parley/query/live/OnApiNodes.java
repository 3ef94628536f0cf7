package dev.parley.query.live;

import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether clients are connected to this node. */
class OnApiNodes implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return NodeSettings.of(context.getEnvironment()::getProperty).has(NodeRole.API);
    }
}
