package dev.parley.api.client;

import java.net.URI;

/**
 * What the web client's page may load and ask: its own, and nothing written into it. Posts show images of other places.
 *
 * @param value of the header {@code Content-Security-Policy}
 */
record ClientPolicy(String value) {
    private static final String FORM = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:;"
            + " connect-src 'self'%s; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    static final ClientPolicy OWN = new ClientPolicy(FORM.formatted(""));

    /** The client also asks the issuer for tokens. */
    static ClientPolicy with(URI issuer) {
        return new ClientPolicy(FORM.formatted(" " + issuer.getScheme() + "://" + issuer.getRawAuthority()));
    }
}
