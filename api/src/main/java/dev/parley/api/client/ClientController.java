package dev.parley.api.client;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web client how people sign in here. */
@RestController
class ClientController {
    private final SignIn signIn;

    ClientController(SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * How people sign in on the web client, for everybody: {@code demo} by {@code /dev/token}, {@code oidc} at the issuer by
     * authorization code with PKCE, or {@code none} where no client is registered.
     */
    @GetMapping("/api/client")
    @SecurityRequirements
    SignIn signIn() {
        return signIn;
    }
}
