package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Whose tokens are taken: what cannot be is said at the start, and not by failing for whoever comes first. */
final class IssuerSettings {
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final String ALGORITHMS = JWT + "jws-algorithms";
    private static final List<String> ADDRESSES =
            List.of(JWT + "issuer-uri", JWT + "jwk-set-uri", "parley.client.issuer");

    private IssuerSettings() {}

    /** @throws CannotStart with a sentence for the first that cannot be */
    static void require(Environment environment) {
        for (String name : ADDRESSES) {
            String address = environment.getProperty(name, "");
            if (!address.isBlank() && !isAddress(address)) {
                throw new CannotStart(name + " must be an address such as https://id.example/realms/site.");
            }
        }
        String[] algorithms = environment.getProperty(ALGORITHMS, String[].class, new String[0]);
        if (Arrays.stream(algorithms).anyMatch(name -> SignatureAlgorithm.from(name) == null)) {
            throw new CannotStart(
                    ALGORITHMS + " takes RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
