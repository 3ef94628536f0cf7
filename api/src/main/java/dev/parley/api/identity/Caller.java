package dev.parley.api.identity;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Who makes a request, as a checked token says: the principal of every authenticated request. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final Username username;
    private final Instant issuedAt;
    private final Instant expiresAt;

    private Caller(Actor actor, Username username, Instant issuedAt, Instant expiresAt) {
        super(List.of());
        this.actor = actor;
        this.username = username;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** @throws InvalidBearerTokenException if the token names nobody whom Parley could know, or never expires */
    static Caller of(Jwt token) {
        Instant expiresAt = token.getExpiresAt();
        if (expiresAt == null) {
            throw new InvalidBearerTokenException("The token has no exp");
        }
        Instant issuedAt = token.getIssuedAt() == null ? Instant.EPOCH : token.getIssuedAt();
        try {
            var actor = new Actor(person(token), roles(token));
            return new Caller(actor, new Username(token.getClaimAsString("preferred_username")), issuedAt, expiresAt);
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

    public Actor actor() {
        return actor;
    }

    public Username username() {
        return username;
    }

    /** When the token was made: of two that name a person differently, the newer one is right. */
    Instant issuedAt() {
        return issuedAt;
    }

    /** First instant at which the token is no longer good. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** May run the place: see its metrics. */
    boolean operates() {
        return actor.isService() || actor.roles().contains(Role.ADMIN);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** The token is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.id().value();
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Caller caller && actor.equals(caller.actor) && username.equals(caller.username);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
