package dev.parley.api.node;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.node.NodeRole;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/**
 * Nodes without the role {@link NodeRole#API} serve nobody: they have no controllers and no WebSocket, but can be asked
 * for their health and metrics. A node that lacks a role needs Axon Server, which routes to those that have it.
 */
@Component
class ApiRole implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {
    private static final String SOCKETS = "sockets";

    private Set<NodeRole> roles = Set.of();

    /** @throws CannotStart if roles are missing that no other node could have */
    @Override
    public void setEnvironment(Environment environment) {
        roles = NodeRole.of(environment.getProperty(NodeRole.SETTING, NodeRole.ALL));
        boolean routed = environment.getProperty("parley.event-store", "").equals("axonserver");
        if (!routed && roles.size() < NodeRole.values().length) {
            throw new CannotStart("Nodes can have different roles once Axon Server routes between them: set "
                    + "parley.event-store to axonserver, or leave " + NodeRole.SETTING + " out.");
        }
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        if (!roles.contains(NodeRole.API)) {
            ConfigurableListableBeanFactory known = (ConfigurableListableBeanFactory) beans;
            Arrays.stream(known.getBeanNamesForAnnotation(Controller.class))
                    .filter(name -> known.getType(name, false).getName().startsWith("dev.parley."))
                    .forEach(beans::removeBeanDefinition);
            beans.removeBeanDefinition(SOCKETS);
        }
    }
}
