package dev.parley.api.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;

import dev.parley.api.ApiTest;
import dev.parley.command.Origin;
import dev.parley.command.member.MemberCommand.DisableKidMode;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.ReleaseFromKidMode;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Kid mode over HTTP. */
class KidModeControllerTest extends ApiTest {
    @Test
    void beginsAndEndsWithAPassword() {
        change("{\"enabled\":true,\"password\":\"secret\"}").expectStatus().isNoContent();
        change("{\"enabled\":false,\"password\":\"secret\"}").expectStatus().isNoContent();
        then(commands).should().send(isA(EnableKidMode.class), any());
        then(commands).should().send(isA(DisableKidMode.class), any());
    }

    @Test
    void isEndedForAStudentWithoutOne() {
        var kid = new UserId("dev-kid");
        given(usernames.find(new Username("kid"))).willReturn(Optional.of(kid));
        change("{\"enabled\":false,\"username\":\"kid\"}").expectStatus().isNoContent();
        var teacher = Actor.of(new UserId("dev-ann"), Role.USER);
        then(commands).should().send(eq(new ReleaseFromKidMode(teacher, kid)), any());
    }

    @Test
    void anotherPasswordIsAnotherRequest() {
        assertThat(digest("secret")).isEqualTo(digest("secret")).isNotEqualTo(digest("another"));
    }

    @Test
    void nothingIsStoredOfThePasswordButItsKeyedDigest() {
        String keyed = digest("secret");
        given(digests.of(any(), any())).willReturn("the same whatever it is");
        assertThat(digest("secret")).isEqualTo(digest("another")).isNotEqualTo(keyed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"enabled\":true}",
                "{\"enabled\":true,\"password\":\"abc\"}",
                "{\"enabled\":true,\"password\":\"secret\",\"username\":\"kid\"}",
                "{\"enabled\":false}"
            })
    void refusesWhatIsNoChange(String body) {
        change(body).expectStatus().isEqualTo(422);
    }

    private ResponseSpec change(String body) {
        return as("ann")
                .post()
                .uri("/api/settings/kid-mode/")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Of the request, as it goes with the command. */
    private String digest(String password) {
        as("ann")
                .post()
                .uri("/api/settings/kid-mode")
                .header("Idempotency-Key", "k1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"enabled\":true,\"password\":\"" + password + "\"}")
                .exchange()
                .expectStatus()
                .isNoContent();
        ArgumentCaptor<Origin> origins = ArgumentCaptor.forClass(Origin.class);
        then(commands).should(atLeastOnce()).send(isA(EnableKidMode.class), origins.capture());
        return origins.getAllValues().getLast().digest();
    }
}
