package dev.parley.api.identity;

import com.nimbusds.jose.JOSEException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The embedded profile's own issuer. No other profile has it, nor takes its tokens. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class DevIssuerConfiguration {
    @Bean
    DevIssuer devIssuer(@Value("${parley.data-directory:./data}") Path directory, Clock clock) throws JOSEException {
        return new DevIssuer(DevKey.readOrCreate(directory), clock);
    }

    /** @param names under which tokens are given, beside those of this machine; none unless told */
    @Bean
    DevHosts devHosts(@Value("${parley.dev-token.hosts:}") String[] names) {
        return new DevHosts(Arrays.stream(names)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    ReactiveJwtDecoder devDecoder(DevIssuer issuer) {
        return issuer.decoder();
    }
}
