package dev.parley.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
    private static final String USUAL = "https://id.example.org/realms/site";

    @Test
    void sendPeopleToTheIssuerWhoseTokensAreTakenUnlessTold() {
        assertThat(settings("").signIn(USUAL).issuer()).isEqualTo(USUAL);
        assertThat(settings("https://sign-in.example.org").signIn(USUAL).issuer())
                .isEqualTo("https://sign-in.example.org");
        assertThat(settings("").signIn("")).isEqualTo(SignIn.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id.example.org", "/sign-in", "ftp://id.example.org", "https://", "https://a;b", "https://a b"})
    void refuseAnIssuerThatNoBrowserCouldAsk(String issuer) {
        assertThatThrownBy(() -> settings(issuer)).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> settings("").signIn(issuer))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("spring.security.oauth2.resourceserver.jwt.issuer-uri must be an address");
    }

    private static ClientSettings settings(String issuer) {
        return new ClientSettings("parley-web", issuer, "openid");
    }
}
