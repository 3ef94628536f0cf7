package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.api.ApiTest;
import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who is let in, and how people come to be known. */
class IdentityTest extends ApiTest {
    private static final String ANYWHERE = "/api/unknown";

    @Value("${parley.data-directory}")
    private Path data;

    @Test
    void aTokenOfTheEmbeddedIssuerLetsItsBearerIn() {
        get(token("ann")).expectStatus().isNotFound();
    }

    @Test
    void withoutATokenNothingIsSaidAboutAnyRoute() {
        web.get()
                .uri(ANYWHERE)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbled", "a.b.c", "e30.e30.e30", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void aGarbledTokenIsRefused(String token) {
        isInvalid(token);
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        isInvalid(issuedAt(Clock.offset(
                Clock.systemUTC(),
                DevIssuer.LIFETIME.plus(Caller.LEEWAY).plusSeconds(2).negated())));
    }

    @Test
    void anExpiredTokenIsTakenForAsLongAsClocksMayDiffer() throws Exception {
        String token = issuedAt(Clock.offset(
                Clock.systemUTC(), DevIssuer.LIFETIME.plusSeconds(2).negated()));
        get(token).expectStatus().isNotFound();
        get(token).expectStatus().isNotFound();
    }

    @Test
    void aTokenThatIsRememberedAsGoodIsRefusedOnceItExpires() throws Exception {
        String token = issuedAt(Clock.offset(
                Clock.systemUTC(),
                DevIssuer.LIFETIME
                        .plus(Caller.LEEWAY)
                        .minus(Duration.ofMillis(2_500))
                        .negated()));
        get(token).expectStatus().isNotFound();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> get(token).expectStatus().isUnauthorized());
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        var foreign = new DevIssuer(new ECKeyGenerator(Curve.P_256).generate(), Clock.systemUTC());
        isInvalid(foreign.issue(new Username("ann"), EnumSet.of(Role.ADMIN)));
    }

    @Test
    void aGoodTokenWithAnotherSignatureIsNotTakenForIt() {
        String good = token("ann");
        get(good).expectStatus().isNotFound();
        String[] parts = good.split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
        isInvalid(forged);
        isInvalid(forged);
    }

    @Test
    void aPersonJoinsAtTheirFirstRequestAndOnce() {
        String name = someName();
        get(token(name)).expectStatus().isNotFound();
        get(token(name)).expectStatus().isNotFound();
        then(commands).should(times(1)).send(appear(name, name), any());
    }

    @Test
    void aNewSpellingOfTheNameIsFollowed() {
        String name = someName();
        get(token(name)).expectStatus().isNotFound();
        get(token(name.toUpperCase())).expectStatus().isNotFound();
        then(commands).should().send(appear(name, name.toUpperCase()), any());
    }

    @Test
    void anOlderTokenDoesNotBringTheOlderNameBack() throws Exception {
        String name = someName();
        String older = issued(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)), name);
        get(token(name.toUpperCase())).expectStatus().isNotFound();
        get(older).expectStatus().isNotFound();
        then(commands).should(never()).send(appear(name, name), any());
    }

    @Test
    void aServiceIsNoPerson() {
        String name = someName();
        get(token(name, "service")).expectStatus().isNotFound();
        then(commands).shouldHaveNoInteractions();
    }

    @Test
    void whoseNameIsTakenIsToldSo() {
        String name = someName();
        given(commands.send(any(), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.USERNAME_TAKEN, "Somebody else is called so.")));
        get(token(name))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/username-taken");
    }

    @Test
    void whoCannotJoinNowMayTryAgain() {
        String token = token(someName());
        given(commands.send(any(), any()))
                .willReturn(CompletableFuture.failedFuture(new StoreUnavailable("away", new RuntimeException())))
                .willReturn(CompletableFuture.completedFuture(Outcome.nothingNew(1)));
        get(token).expectStatus().isEqualTo(503).expectHeader().exists(HttpHeaders.RETRY_AFTER);
        get(token).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a~b", "a/b"})
    void aNameThatNobodyCanHaveGetsNoToken(String name) {
        web.post()
                .uri("/dev/token")
                .bodyValue(Map.of("username", name))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo("/username");
    }

    @Test
    void anUnknownRoleGetsNoToken() {
        web.post()
                .uri("/dev/token/")
                .bodyValue(Map.of("username", "ann", "roles", List.of("king")))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo("/roles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example"})
    void noTokenIsGivenUnderAForeignName(String host) {
        web.post()
                .uri("/dev/token")
                .header(HttpHeaders.HOST, host)
                .bodyValue(Map.of("username", "ann"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/foreign-host");
    }

    @Test
    void theKeyIsItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("dev-issuer.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theKeyOutlivesARestart() {
        assertThat(DevKey.readOrCreate(data)).isEqualTo(DevKey.readOrCreate(data));
    }

    private ResponseSpec get(String token) {
        return web.get()
                .uri(ANYWHERE)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private void isInvalid(String token) {
        get(token)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/invalid-token");
    }

    private String issuedAt(Clock clock) throws Exception {
        return issued(clock, "ann");
    }

    private String issued(Clock clock, String name) throws Exception {
        return new DevIssuer(DevKey.readOrCreate(data), clock).issue(new Username(name), EnumSet.of(Role.USER));
    }

    private static String someName() {
        return "p" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Command appear(String name, String spelled) {
        return argThat(command -> command instanceof Appear appear
                && appear.member().equals(new UserId("dev-" + name))
                && appear.username().equals(new Username(spelled))
                && appear.issuedAt().isAfter(Instant.EPOCH));
    }
}
