package dev.parley.api.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import reactor.core.publisher.Mono;

/**
 * Who gets in: whoever has a good bearer token. There is no session, and so none of what guards one. Refusals travel on
 * as failures, to be answered as problems like all others.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain securityFilters(
            ServerHttpSecurity http, Tokens tokens, @Value("${parley.metrics.open:false}") boolean metricsOpen) {
        ServerAuthenticationEntryPoint unauthenticated = (exchange, failure) -> Mono.error(failure);
        ServerAccessDeniedHandler denied = (exchange, failure) -> Mono.error(failure);
        return http.csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(failing ->
                        failing.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .oauth2ResourceServer(bearer -> bearer.bearerTokenConverter(new BearerHeader())
                        .authenticationManagerResolver(exchange -> Mono.just(tokens))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied))
                .authorizeExchange(routes -> routes.anyExchange().access(new OpenRoutes(metricsOpen)))
                .build();
    }

    /**
     * None: what it guards are rules for paths that a server understands otherwise than the rule did. Ours opens a few
     * paths to the letter and closes all others, and people's names may have a semicolon or a percent sign in them.
     */
    @Bean
    ServerWebExchangeFirewall noFirewall() {
        return ServerWebExchangeFirewall.INSECURE_NOOP;
    }

    /** The request as a whole is measured: a span for each filter would cost more than the filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
