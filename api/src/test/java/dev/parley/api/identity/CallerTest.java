package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.member.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What a checked token says. */
class CallerTest {
    @Test
    void hasTheRolesThatParleyKnows() {
        Caller caller =
                Caller.of(token().claim("roles", List.of("moderator", "king")).build());
        assertThat(caller.actor().roles()).containsExactly(Role.MODERATOR);
    }

    @Test
    void isAUserWhereNoRoleIsNamed() {
        assertThat(Caller.of(token().build()).actor().roles()).containsExactly(Role.USER);
    }

    @Test
    void isAUserWhereRolesAreNoList() {
        Caller caller = Caller.of(token().claim("roles", "admin").build());
        assertThat(caller.actor().roles()).containsExactly(Role.USER);
    }

    @Test
    void isNobodyWithoutAUsername() {
        refuses(token().claims(claims -> claims.remove("preferred_username")));
    }

    @Test
    void isNobodyWithAUsernameOfAnotherShape() {
        refuses(token().claim("preferred_username", "a b"));
        refuses(token().claim("preferred_username", "<b>ann"));
    }

    @Test
    void isNobodyWithoutAnId() {
        refuses(token().claims(claims -> claims.remove("sub")));
    }

    @Test
    void isNeverTheServerItself() {
        refuses(token().subject("system"));
    }

    @Test
    void isGoodForAsLongAsClocksMayDiffer() {
        Instant exp = Instant.parse("2026-01-01T12:00:00Z");
        Caller caller =
                Caller.of(token().issuedAt(exp.minusSeconds(60)).expiresAt(exp).build());
        assertThat(caller.expiresAt()).isEqualTo(exp.plusSeconds(60));
    }

    @Test
    void isNobodyForEver() {
        refuses(token().claims(claims -> claims.remove("exp")));
    }

    private static void refuses(Jwt.Builder token) {
        Jwt built = token.build();
        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> Caller.of(built));
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .subject("u1")
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("preferred_username", "ann");
    }
}
