package dev.parley.query.search;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Search outside the {@code embedded} profile: a server that is there already. */
@Configuration(proxyBeanMethods = false)
@Profile("!embedded")
@ConditionalOnProperty("parley.elasticsearch.uri")
class SearchConfiguration {
    @Bean
    SearchAddress searchAddress(@Value("${parley.elasticsearch.uri}") URI uri) {
        return SearchAddress.of(uri);
    }

    @Bean
    ElasticsearchHealth elasticsearchHealthIndicator(SearchAddress address) {
        return new ElasticsearchHealth(address);
    }
}
