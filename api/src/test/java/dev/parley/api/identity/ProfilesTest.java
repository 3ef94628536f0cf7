package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.parley.api.http.Dispatch;
import dev.parley.kernel.CannotStart;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The issuer that gives tokens to everybody exists in the embedded profile alone. */
class ProfilesTest {
    private static final String ISSUER =
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys";

    @TempDir
    private Path data;

    private final ReactiveWebApplicationContextRunner server = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ReactiveOAuth2ResourceServerAutoConfiguration.class))
            .withUserConfiguration(
                    DevIssuerConfiguration.class, DevTokenController.class, Tokens.class, Newcomers.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Dispatch.class, () -> mock(Dispatch.class));

    @Test
    void embeddedHasItsOwnIssuer() {
        server.withPropertyValues("spring.profiles.active=embedded", "parley.data-directory=" + data)
                .run(context -> assertThat(context)
                        .hasSingleBean(DevIssuer.class)
                        .hasSingleBean(DevTokenController.class)
                        .hasSingleBean(ReactiveJwtDecoder.class));
    }

    @Test
    void noOtherProfileHas() {
        server.withPropertyValues("spring.profiles.active=production", ISSUER)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(DevIssuer.class)
                        .doesNotHaveBean(DevTokenController.class)
                        .hasSingleBean(ReactiveJwtDecoder.class));
    }

    @Test
    void noOtherProfileStartsWithoutAnIdentityProvider() {
        server.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("issuer-uri"));
    }
}
