package dev.parley.api.operations;

import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** How the names of projections and the ids of their dead letters are read from paths. */
@Configuration(proxyBeanMethods = false)
class OperationsWebConfiguration implements WebFluxConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ProjectionName.class, ProjectionName::new);
        registry.addConverter(String.class, LetterId.class, LetterId::parse);
    }
}
