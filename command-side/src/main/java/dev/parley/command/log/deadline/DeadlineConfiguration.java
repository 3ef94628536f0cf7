package dev.parley.command.log.deadline;

import dev.parley.command.log.Schema;
import dev.parley.command.log.StepProcessing;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Has deadlines kept beside the event store, in step with the progress of those who keep them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeadlineConfiguration {
    /** @param schema must be there before a deadline is kept */
    @Bean
    StoredDeadlines storedDeadlines(Schema schema, JdbcClient database) {
        return new StoredDeadlines(database);
    }

    @Bean
    ConfigurerModule deadlineProcessing(ObjectProvider<DeadlineGroup> groups, StepProcessing processing) {
        return configurer -> groups.forEach(group -> processing.register(configurer, group.group()));
    }
}
