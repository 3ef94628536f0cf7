package dev.parley.api;

import dev.parley.query.live.LiveSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** The API without the two sides behind it: no store, no bus, no live streams. */
@SpringBootConfiguration
@EnableConfigurationProperties(LiveSettings.class)
@Import(WebLayer.AutoConfiguration.class)
@ComponentScan({
    "dev.parley.api.problem",
    "dev.parley.api.http",
    "dev.parley.api.identity",
    "dev.parley.api.limit",
    "dev.parley.api.openapi",
    "dev.parley.api.room",
    "dev.parley.api.member",
    "dev.parley.api.direct",
    "dev.parley.api.relations",
    "dev.parley.api.classroom",
    "dev.parley.api.activity",
    "dev.parley.api.forum",
    "dev.parley.api.moderation",
    "dev.parley.api.operations",
    "dev.parley.api.export",
    "dev.parley.api.analytics",
    "dev.parley.api.client",
    "dev.parley.api.live"
})
public class WebLayer {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** All that Spring Boot finds, but for what needs a store. */
    static class AutoConfiguration extends AutoConfigurationImportSelector {
        private static final List<String> OF_STORES = List.of("org.axonframework", "org.springframework.boot.jdbc");

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            return AnnotationAttributes.fromMap(AnnotationMetadata.introspect(All.class)
                    .getAnnotationAttributes(EnableAutoConfiguration.class.getName(), true));
        }

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, AnnotationAttributes attributes) {
            return super.getCandidateConfigurations(metadata, attributes).stream()
                    .filter(name -> OF_STORES.stream().noneMatch(name::startsWith))
                    .toList();
        }

        @EnableAutoConfiguration
        private static class All {}
    }
}
