package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.parley.command.room.RoomCommand.LiftTimeout;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.PersonView;
import dev.parley.query.room.RoomState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    void tellTheEndOfAnEarlierOneThatEndsLaterAndTheNameAsItsOwnerSpellsIt() {
        given(names.people(Set.of(BEN)))
                .willReturn(CompletableFuture.completedFuture(Map.of(BEN, PersonView.of(BEN, "Ben"))));
        var earlier = new MemberTimedOut(ROOM, BEN, ANN, TimeoutReason.SPAM, NOON.plusSeconds(90_000));
        given(states.current(ROOM))
                .willReturn(CompletableFuture.completedFuture(
                        Optional.of(RoomState.opened(OPENED, NOON).after(earlier, 1))));
        send(ann, HttpMethod.POST, "/api/chat/game~abc/timeouts/", "{\"username\":\"ben\",\"reason\":\"spam\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"user":{"id":"dev-ben","username":"Ben"},"until":"2026-01-02T13:00:00.000Z"}""");
    }

    @Test
    void areLifted() {
        send(ann, HttpMethod.DELETE, "/api/chat/game~abc/timeouts/ben?reason=mistake", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(LiftTimeout.class).member()).isEqualTo(BEN);
    }
}
