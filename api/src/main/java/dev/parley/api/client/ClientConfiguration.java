package dev.parley.api.client;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How people sign in: by any name in the embedded profile, otherwise where {@code parley.client} says. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {
    @Bean
    @Profile("embedded")
    SignIn demoSignIn() {
        return SignIn.DEMO;
    }

    /**
     * @param issuer by its address, under which its endpoints are described
     * @param clientId under which the issuer knows the web client; empty for none
     */
    @Bean
    @Profile("!embedded")
    SignIn providersSignIn(
            @Value("${parley.client.issuer:${spring.security.oauth2.resourceserver.jwt.issuer-uri:}}") String issuer,
            @Value("${parley.client.id:}") String clientId,
            @Value("${parley.client.scope:openid profile}") String scope) {
        return issuer.isBlank() || clientId.isBlank() ? SignIn.NONE : SignIn.oidc(issuer, clientId, scope);
    }

    @Bean
    ClientPolicy clientPolicy(SignIn signIn) {
        return signIn.issuer() == null ? ClientPolicy.OWN : ClientPolicy.with(URI.create(signIn.issuer()));
    }
}
