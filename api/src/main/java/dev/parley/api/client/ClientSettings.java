package dev.parley.api.client;

import dev.parley.kernel.CannotStart;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in to the web client, outside of the embedded profile.
 *
 * @param id under which the issuer knows the client; without it nobody can sign in there
 * @param issuer by its address, under which its endpoints are described; the one whose tokens are taken unless told
 * @param scope what is asked for
 */
@ConfigurationProperties("parley.client")
record ClientSettings(
        @DefaultValue("") String id,
        @DefaultValue("") String issuer,
        @DefaultValue("openid profile") String scope) {
    private static final Set<String> SCHEMES = Set.of("https", "http");

    /** @throws CannotStart if the issuer is no address that a browser could ask */
    ClientSettings {
        requireAddress("parley.client.issuer", issuer);
    }

    /**
     * @param usual the issuer whose tokens are taken; empty where it is not known by its address
     * @throws CannotStart if that is no address that a browser could ask, and is to be asked
     */
    SignIn signIn(String usual) {
        String asked = issuer.isBlank() ? usual : issuer;
        if (asked.isBlank() || id.isBlank()) {
            return SignIn.NONE;
        }
        requireAddress("spring.security.oauth2.resourceserver.jwt.issuer-uri", asked);
        return SignIn.oidc(asked, id, scope);
    }

    private static void requireAddress(String setting, String value) {
        if (!value.isBlank() && !isAddress(value)) {
            throw new CannotStart(setting + " must be an address such as https://id.example.org.");
        }
    }

    private static boolean isAddress(String value) {
        try {
            var address = new URI(value);
            return address.isAbsolute() && SCHEMES.contains(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
