package dev.parley.api.limit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rate limits. With {@code parley.limits.enabled=false} there are none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class LimitConfiguration {
    @Bean
    @ConditionalOnBooleanProperty(name = "parley.limits.enabled", matchIfMissing = true)
    AddressLimit addressLimit(Limits limits) {
        return new AddressLimit(limits.address());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "parley.limits.enabled", matchIfMissing = true)
    PersonLimit personLimit(PersonBudgets budgets) {
        return new PersonLimit(budgets);
    }
}
