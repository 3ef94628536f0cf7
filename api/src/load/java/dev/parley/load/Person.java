package dev.parley.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a token of the embedded issuer.
 *
 * @param id the token's {@code sub}
 */
public record Person(String id, String username, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Person of(String username, String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        String id = JSON.readTree(new String(claims, StandardCharsets.UTF_8))
                .path("sub")
                .asString();
        return new Person(id, username, token);
    }

    /** The header that says who asks. */
    public String authorization() {
        return "Authorization: Bearer " + token;
    }

    public List<String> headers() {
        return List.of(authorization());
    }
}
