package dev.parley.api.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Username;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/**
 * Makes tokens for whoever asks, so that the embedded stack can be tried without an identity provider. A person's id
 * follows from their username, whatever its case.
 */
class DevIssuer {
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String ISSUER = "https://parley.dev/dev-issuer";

    private final ECKey key;
    private final JwtEncoder encoder;
    private final Clock clock;

    DevIssuer(ECKey key, Clock clock) throws JOSEException {
        this.key = key;
        this.encoder = NimbusJwtEncoder.withKeyPair(key.toECPublicKey(), key.toECPrivateKey())
                .build();
        this.clock = clock;
    }

    /** A token that is good for {@link #LIFETIME} from now. */
    String issue(Username username, Set<Role> roles) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject("dev-" + username.folded())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("preferred_username", username.value())
                .claim("roles", roles.stream().sorted().map(Role::label).toList())
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** Takes this issuer's tokens and no others, as long as those of any issuer. */
    ReactiveJwtDecoder decoder() {
        var times = new JwtTimestampValidator(Caller.LEEWAY);
        times.setClock(clock);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.just(key.toPublicJWK()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }
}
