package dev.parley.api.client;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How people sign in: by any name in the embedded profile, otherwise where {@code parley.client} says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientSettings.class)
class ClientConfiguration {
    @Bean
    @Profile("embedded")
    SignIn demoSignIn() {
        return SignIn.DEMO;
    }

    /** @param issuer whose tokens are taken; empty where it is not known by its address */
    @Bean
    @Profile("!embedded")
    SignIn providersSignIn(
            ClientSettings settings, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        return settings.signIn(issuer);
    }

    @Bean
    ClientPolicy clientPolicy(SignIn signIn) {
        return signIn.issuer() == null ? ClientPolicy.OWN : ClientPolicy.with(URI.create(signIn.issuer()));
    }
}
