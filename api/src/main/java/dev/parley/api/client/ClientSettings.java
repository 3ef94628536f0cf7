package dev.parley.api.client;

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
    /** @param usual the issuer whose tokens are taken; empty where it is not known by its address */
    SignIn signIn(String usual) {
        String asked = issuer.isBlank() ? usual : issuer;
        return asked.isBlank() || id.isBlank() ? SignIn.NONE : SignIn.oidc(asked, id, scope);
    }
}
