package dev.parley.api.room;

import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.room.RoomQuery.FindRoom;
import dev.parley.query.room.RoomQuery.ListRooms;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomView;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** Looking at rooms over HTTP. */
class RoomReadControllerTest extends RoomApiTest {
    private final RoomView view =
            RoomView.of(RoomState.opened(OPENED, NOON), Actor.of(ANN, Role.USER), Standing.UNKNOWN, NOON);

    @Test
    void answersWithOneRoom() {
        given(queries.query(isA(FindRoom.class), eq(RoomView.class)))
                .willReturn(CompletableFuture.completedFuture(view));
        get(ann, "/api/chat/game~abc/")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.access.can_write")
                .isEqualTo(true);
    }

    @Test
    void saysThatThereIsNoSuchRoom() {
        given(queries.query(isA(FindRoom.class), eq(RoomView.class)))
                .willReturn(CompletableFuture.completedFuture(null));
        isProblem(get(ann, "/api/chat/game~xyz"), 404, "unknown-room");
    }

    @Test
    void findsTheRoomOfAGame() {
        given(queries.query(eq(new FindRoom(ROOM, Actor.of(ANN, Role.USER))), eq(RoomView.class)))
                .willReturn(CompletableFuture.completedFuture(view));
        get(ann, "/api/chat/rooms/?room_type=game&game_id=abc")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\":[{\"id\":\"game~abc\"}],\"next\":null}");
    }

    @Test
    void listsRoomsByType() {
        given(queries.query(isA(ListRooms.class), ArgumentMatchers.<ResponseType<Page<RoomView>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(view), "game~abc")));
        get(as("mod", "moderator"), "/api/chat/rooms?room_type=team&cursor=team~a&limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.next")
                .isEqualTo("game~abc");
        then(queries)
                .should()
                .query(
                        eq(new ListRooms(
                                Actor.of(new UserId("dev-mod"), Role.MODERATOR), Set.of(RoomType.TEAM), "team~a", 1)),
                        ArgumentMatchers.<ResponseType<Page<RoomView>>>any());
    }

    @Test
    void isToldWhyNot() {
        given(queries.query(isA(ListRooms.class), ArgumentMatchers.<ResponseType<Page<RoomView>>>any()))
                .willReturn(CompletableFuture.failedFuture(new ReadRefused(Rejection.NOT_ALLOWED, "not you")));
        isProblem(get(ann, "/api/chat/rooms"), 403, "not-allowed");
    }
}
