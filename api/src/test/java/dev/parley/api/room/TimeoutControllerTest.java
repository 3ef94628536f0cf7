package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.room.RoomCommand.LiftTimeout;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.TimeoutReason;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Timeouts over HTTP. */
class TimeoutControllerTest extends RoomApiTest {
    @Test
    void tellTheirEnd() {
        leadTo(TimeOutMember.class, new MemberTimedOut(ROOM, BEN, ANN, TimeoutReason.SPAM, NOON.plusSeconds(900)));
        send(ann, HttpMethod.POST, "/api/chat/game~abc/timeouts/", "{\"username\":\"ben\",\"reason\":\"spam\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"user":{"id":"dev-ben","username":"ben"},"until":"2026-01-01T12:15:00.000Z"}""");
        assertThat(sent(TimeOutMember.class).minutes().value()).isEqualTo(15);
    }

    @Test
    void areLifted() {
        send(ann, HttpMethod.DELETE, "/api/chat/game~abc/timeouts/ben?reason=mistake", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(LiftTimeout.class).member()).isEqualTo(BEN);
    }
}
