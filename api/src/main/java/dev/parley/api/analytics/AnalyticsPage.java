package dev.parley.api.analytics;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The page at {@code /analytics/} that draws the reports, for people who would rather look. It asks with their token. */
@Configuration(proxyBeanMethods = false)
class AnalyticsPage implements WebFluxConfigurer {
    private static final String FILES = "analytics/";

    private final String chartLibrary;

    /** @param version of the chart library */
    AnalyticsPage(@Value("${parley.analytics.uplot}") String version) {
        this.chartLibrary = "classpath:/META-INF/resources/webjars/uplot/" + version + "/dist/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/analytics/uplot/**").addResourceLocations(chartLibrary);
        registry.addResourceHandler("/analytics/**").addResourceLocations("classpath:/" + FILES);
    }

    @Bean
    RouterFunction<ServerResponse> analyticsPageItself() {
        var page = new ClassPathResource(FILES + "index.html");
        return RouterFunctions.route()
                .GET(
                        "/analytics",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(page))
                .build();
    }
}
