package dev.parley.api.identity;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who makes a request, as a checked token says: the principal of every authenticated request.
 *
 * @param issuedAt when the token was made: of two that name a person differently, the newer one is right
 * @param expiresAt first instant at which the token is no longer good, {@link #LEEWAY} after its {@code exp}
 */
public record Caller(Actor actor, Username username, Instant issuedAt, Instant expiresAt) implements Principal {
    /**
     * By which the issuer's clock may differ from this one: as long as Spring's decoders take a token, so that no stream
     * ends before.
     */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Whoever makes this request; empty on open routes, for those who came without a token. */
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    /** @throws InvalidBearerTokenException if the token names nobody whom Parley could know, or never expires */
    static Caller of(Jwt token) {
        if (token.getExpiresAt() == null) {
            throw new InvalidBearerTokenException("The token has no exp");
        }
        Instant issuedAt = token.getIssuedAt() == null ? Instant.EPOCH : token.getIssuedAt();
        try {
            var actor = new Actor(person(token), roles(token));
            var username = Username.offered(token.getClaimAsString("preferred_username"));
            return new Caller(actor, username, issuedAt, token.getExpiresAt().plus(LEEWAY));
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("The token names nobody: " + e.getMessage(), e);
        }
    }

    private static UserId person(Jwt token) {
        var id = new UserId(token.getSubject());
        InvalidValue.unless(!id.equals(UserId.SYSTEM), "sub", "anyone but the server itself");
        return id;
    }

    /** Those that Parley knows; whoever has none of them is a user. */
    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaim("roles") instanceof Collection<?> claimed) {
            Arrays.stream(Role.values())
                    .filter(role -> claimed.contains(role.label()))
                    .forEach(roles::add);
        }
        return roles.isEmpty() ? EnumSet.of(Role.USER) : roles;
    }

    /** The exchange as this caller's. */
    ServerWebExchange in(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
        return new CallersExchange(exchange, this);
    }

    /** May run the place: see its metrics. */
    boolean operates() {
        return actor.isService() || actor.roles().contains(Role.ADMIN);
    }

    @Override
    public String getName() {
        return actor.id().value();
    }
}
