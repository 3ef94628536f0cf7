package dev.parley.query.live;

import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether clients are connected to this node. The command side has a condition for any role; neither side may know what the
 * other has, and the kernel, which both know, is plain Java.
 */
class OnApiNodes implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return NodeSettings.of(context.getEnvironment()::getProperty).has(NodeRole.API);
    }
}
