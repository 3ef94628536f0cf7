package dev.parley.api.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.http.Correlation;
import dev.parley.kernel.CannotStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Says who bears a token. Checking a signature costs more than the rest of a small request, so a token that was found
 * good is remembered until it expires, 10 minutes at most: a key that the identity provider withdraws is noticed then.
 */
@Component
public class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Duration MAX_REMEMBERED = Duration.ofMinutes(10);
    /** Characters of all remembered tokens together: some 30,000 usual ones. */
    private static final long MAX_CHARACTERS = 20_000_000;

    private final ReactiveJwtDecoder decoder;
    private final Newcomers newcomers;
    private final Clock clock;
    private final Cache<String, Remembered> good = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String token, Remembered remembered) -> token.length())
            .build();

    /** @throws CannotStart if neither an identity provider is configured nor the embedded one is there */
    Tokens(ObjectProvider<ReactiveJwtDecoder> decoder, Newcomers newcomers, Clock clock) {
        this.decoder = decoder.getIfAvailable(Tokens::noIdentityProvider);
        this.newcomers = newcomers;
        this.clock = clock;
    }

    private record Remembered(Caller caller, Instant until) {}

    /** Whoever bears this token, if it was found good before and has not expired. */
    Optional<Caller> remembered(String token) {
        Remembered known = good.getIfPresent(token);
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.caller())
                : Optional.empty();
    }

    /**
     * Whoever bears this token; a person whom Parley has not seen before has joined by then.
     *
     * @return fails with {@link InvalidBearerTokenException} when the token is not good, and with
     *     {@link AuthenticationServiceException} when the identity provider cannot be asked for its keys
     */
    public Mono<Caller> caller(String token) {
        return remembered(token).map(Mono::just).orElseGet(() -> check(token, Correlation.fresh()));
    }

    /**
     * As {@link #caller}, for a token that is not remembered.
     *
     * @param correlation of the request that it came with
     */
    Mono<Caller> check(String token, String correlation) {
        return decoder.decode(token)
                .onErrorMap(JwtException.class, Tokens::refused)
                .map(Caller::of)
                .doOnError(InvalidBearerTokenException.class, Tokens::tellOperators)
                .delayUntil(caller -> newcomers.greet(caller, correlation))
                .doOnNext(caller -> good.put(token, new Remembered(caller, until(caller, clock.instant()))));
    }

    /** Whoever sets an issuer up must know why. Whoever comes with a token could fill the log if it were told always. */
    private static void tellOperators(InvalidBearerTokenException refusal) {
        LOG.debug(
                "Refused a token: {}",
                refusal.getCause() == null
                        ? refusal.getMessage()
                        : refusal.getCause().getMessage());
    }

    private static ReactiveJwtDecoder noIdentityProvider() {
        throw new CannotStart(
                "Parley needs an identity provider: set spring.security.oauth2.resourceserver.jwt.issuer-uri"
                        + " or spring.security.oauth2.resourceserver.jwt.jwk-set-uri.");
    }

    private static Instant until(Caller caller, Instant now) {
        Instant latest = now.plus(MAX_REMEMBERED);
        return caller.expiresAt().isBefore(latest) ? caller.expiresAt() : latest;
    }

    private static RuntimeException refused(JwtException failure) {
        return failure instanceof BadJwtException
                ? new InvalidBearerTokenException("The token is not valid", failure)
                : new AuthenticationServiceException("The token cannot be checked", failure);
    }
}
