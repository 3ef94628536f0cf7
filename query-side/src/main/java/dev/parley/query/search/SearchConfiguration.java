package dev.parley.query.search;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Search outside the {@code embedded} profile: a server that is there already. */
@Configuration(proxyBeanMethods = false)
@Profile("!embedded")
@ConditionalOnProperty("parley.elasticsearch.uri")
@EnableConfigurationProperties(ElasticsearchSettings.class)
class SearchConfiguration {
    @Bean
    SearchAddress searchAddress(ElasticsearchSettings settings) {
        return settings.address();
    }

    @Bean
    ElasticsearchHealth elasticsearchHealthIndicator(SearchAddress address) {
        return new ElasticsearchHealth(address);
    }
}
