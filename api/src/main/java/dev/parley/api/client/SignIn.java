package dev.parley.api.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How people sign in on the web client: {@code demo}, {@code oidc} or {@code none}.
 *
 * @param issuer whose tokens are taken, with what follows: for {@code oidc} alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignIn(
        @JsonProperty("sign_in") String kind,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("client_id") String clientId,
        @JsonProperty("scope") String scope) {
    static final SignIn DEMO = new SignIn("demo", null, null, null);
    static final SignIn NONE = new SignIn("none", null, null, null);

    static SignIn oidc(String issuer, String clientId, String scope) {
        return new SignIn("oidc", issuer, clientId, scope);
    }
}
