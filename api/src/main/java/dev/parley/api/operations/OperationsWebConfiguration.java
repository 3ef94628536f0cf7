package dev.parley.api.operations;

import dev.parley.kernel.operations.ProjectionName;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** How the names of projections are read from paths. */
@Configuration(proxyBeanMethods = false)
class OperationsWebConfiguration implements WebFluxConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ProjectionName.class, ProjectionName::new);
    }
}
