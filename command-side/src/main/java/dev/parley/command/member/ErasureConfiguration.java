package dev.parley.command.member;

import dev.parley.command.log.StepProcessing;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.node.NodeRole;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the keys of those destroyed who are to be erased. */
@Configuration(proxyBeanMethods = false)
@OnRole(NodeRole.COMMAND)
class ErasureConfiguration {
    @Bean
    ConfigurerModule erasureProcessing(StepProcessing processing) {
        return configurer -> processing.register(configurer, WhenErasureIsRequestedThenDestroyTheKey.GROUP);
    }
}
