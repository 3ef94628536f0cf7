package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.command.room.RoomCommand.ChangeRoom;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.Toggle;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Rooms over HTTP: what is sent, what is answered, and by which status. */
class RoomControllerTest extends RoomApiTest {
    @Nested
    class Opening {
        @Test
        void answersWithTheNewRoom() {
            leadTo(OpenRoom.class, OPENED, new OwnerNamed(ROOM, ANN));
            send(site, HttpMethod.POST, "/api/chat/rooms", """
                    {"room_type":"game","game_id":"abc","participants":["ann","ben"],"owner":"ann"}""")
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("Parley-Position", "42")
                    .expectBody()
                    .json("""
                            {"id":"game~abc","room_type":"game","game_id":"abc","is_disabled":false,
                             "created_at":"2026-01-01T12:00:00.000Z"}""");
            assertThat(sent(OpenRoom.class)).satisfies(command -> {
                assertThat(command.people().participants()).containsExactly(ANN, BEN);
                assertThat(command.people().owners()).containsExactly(ANN);
                assertThat(command.actor().isService()).isTrue();
            });
        }

        @Test
        void answersWithTheRoomThatIsThere() {
            send(site, HttpMethod.POST, "/api/chat/rooms", "{\"room_type\":\"game\",\"game_id\":\"abc\"}")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.id")
                    .isEqualTo("game~abc");
        }

        @Test
        void introducesWhoHasNotComeYet() {
            leadTo(OpenRoom.class, OPENED);
            send(site, HttpMethod.POST, "/api/chat/rooms", """
                    {"room_type":"game","game_id":"abc","participants":[{"id":"u9","username":"cleo"}]}""").expectStatus().isCreated();
            assertThat(sent(Introduce.class)).satisfies(command -> {
                assertThat(command.member()).isEqualTo(new UserId("u9"));
                assertThat(command.username()).isEqualTo(new Username("cleo"));
            });
            assertThat(sent(OpenRoom.class).people().participants()).containsExactly(new UserId("u9"));
        }

        @Test
        void refusesANameThatNobodyHas() {
            send(site, HttpMethod.POST, "/api/chat/rooms", """
                    {"room_type":"game","game_id":"abc","participants":["zoe"]}""")
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://parley.dev/problems/unknown-user");
        }

        @Test
        void looksNobodyUpForThoseWhoMayNot() {
            isProblem(send(ann, HttpMethod.POST, "/api/chat/rooms", """
                    {"room_type":"game","game_id":"abc","participants":["ann","ben"]}"""), 403, "not-allowed");
            then(usernames).shouldHaveNoInteractions();
        }

        @Test
        void isSaidToBeUnavailableWhileNamesCannotBeLookedUp() {
            given(usernames.find(new Username("ann"))).willAnswer(call -> {
                throw new SQLTransientConnectionException("no connection");
            });
            send(site, HttpMethod.POST, "/api/chat/rooms", """
                    {"room_type":"game","game_id":"abc","participants":["ann"]}""").expectStatus().isEqualTo(503);
        }
    }

    @Nested
    class Changing {
        @Test
        void answersWithTheRoomAsItIsNow() {
            leadTo(ChangeRoom.class, new RoomDisabled(ROOM));
            send(ann, HttpMethod.PATCH, "/api/chat/game~abc", "{\"is_disabled\":true,\"reason\":\"noise\"}")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.is_disabled")
                    .isEqualTo(true);
            assertThat(sent(ChangeRoom.class)).satisfies(command -> {
                assertThat(command.disabled()).isEqualTo(Toggle.ON);
                assertThat(command.finished()).isEqualTo(Toggle.AS_IS);
                assertThat(command.reason()).isEqualTo("noise");
            });
        }
    }
}
