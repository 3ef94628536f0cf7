package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.parley.command.room.RoomCommand.AddParticipant;
import dev.parley.command.room.RoomCommand.RemoveParticipant;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Participants over HTTP. */
class ParticipantControllerTest extends RoomApiTest {
    @Test
    void areAdded() {
        send(site, HttpMethod.PUT, "/api/chat/game~abc/participants/ben/", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(AddParticipant.class).participant()).isEqualTo(BEN);
    }

    @Test
    void areIntroduced() {
        send(site, HttpMethod.PUT, "/api/chat/game~abc/participants/cleo", "{\"id\":\"u9\"}")
                .expectStatus()
                .isNoContent();
        assertThat(sent(AddParticipant.class).participant()).isEqualTo(new UserId("u9"));
    }

    @Test
    void areNotIntroducedByANameThatIsMarkup() {
        send(site, HttpMethod.PUT, "/api/chat/game~abc/participants/%3Cb%3Ecleo", "{\"id\":\"u9\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo("/username");
    }

    @Test
    void areRemoved() {
        send(site, HttpMethod.DELETE, "/api/chat/game~abc/participants/ben", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(RemoveParticipant.class).participant()).isEqualTo(BEN);
    }

    @Test
    void mayHaveStrangeNames() {
        given(usernames.find(new Username("50%;off"))).willReturn(Optional.of(BEN));
        send(site, HttpMethod.DELETE, "/api/chat/game~abc/participants/50%25%3Boff", "")
                .expectStatus()
                .isNoContent();
    }
}
