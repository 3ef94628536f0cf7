package dev.parley.api.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Username;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives anybody a token for any name and role: in the embedded profile alone. */
@RestController
@Profile("embedded")
class DevTokenController {
    private final DevIssuer issuer;
    private final DevHosts hosts;

    DevTokenController(DevIssuer issuer, DevHosts hosts) {
        this.issuer = issuer;
        this.hosts = hosts;
    }

    /** @param roles a user's unless told */
    record TokenRequest(String username, List<String> roles) {}

    /** @param expiresIn seconds */
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    /** A bearer token of the embedded issuer. Problems: foreign-host (403), invalid-value (422). */
    @PostMapping("/dev/token")
    @SecurityRequirements
    TokenAnswer issue(@RequestBody TokenRequest body, ServerHttpRequest request) {
        hosts.require(Objects.requireNonNullElse(request.getHeaders().getFirst(HttpHeaders.HOST), ""));
        Set<Role> roles = body.roles() == null ? EnumSet.of(Role.USER) : roles(body.roles());
        String token = issuer.issue(Username.offered(body.username()), roles);
        return new TokenAnswer(token, "Bearer", DevIssuer.LIFETIME.toSeconds());
    }

    private static Set<Role> roles(List<String> labels) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String label : labels) {
            roles.add(Arrays.stream(Role.values())
                    .filter(role -> role.label().equals(label))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidValue("roles", "any of user, analyst, service, moderator and admin")));
        }
        return roles;
    }
}
