package dev.parley.command.moderation.detection;

import dev.parley.command.Commands;
import dev.parley.command.log.Schema;
import dev.parley.command.log.StepProcessing;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.detection.TextPolicy;
import dev.parley.kernel.node.NodeRole;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has what people write looked at, from the first start with a policy on: what was written before is not reported. */
@Configuration(proxyBeanMethods = false)
@OnRole(NodeRole.COMMAND)
@EnableConfigurationProperties(DetectionSettings.class)
class DetectionConfiguration {
    /** @param schema must be there before anything is counted */
    @Bean
    WhenTextsOffendThenReport whenTextsOffendThenReport(
            Schema schema, JdbcClient database, DetectionSettings settings, Commands commands) {
        return new WhenTextsOffendThenReport(TextPolicy.current(), new Offences(database), settings, commands);
    }

    @Bean
    ConfigurerModule detectionProcessing(StepProcessing processing) {
        return configurer -> processing.registerFromNow(configurer, WhenTextsOffendThenReport.GROUP);
    }
}
