package dev.parley.command.member;

import dev.parley.command.log.OnCommandNodes;
import dev.parley.command.log.StepProcessing;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the keys of those destroyed who are to be erased. */
@Configuration(proxyBeanMethods = false)
@OnCommandNodes
class ErasureConfiguration {
    @Bean
    ConfigurerModule erasureProcessing(StepProcessing processing) {
        return configurer -> processing.register(configurer, WhenErasureIsRequestedThenDestroyTheKey.GROUP);
    }
}
