package dev.parley.query.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.room.RoomQuery.FindRoom;
import dev.parley.query.room.RoomQuery.ListRooms;
import dev.parley.query.room.RoomView.Access;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Contract
class RoomQueryHandlerTest {
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);
    private static final Actor CID = Actor.of(new UserId("cid"), Role.USER);
    private static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.USER, Role.MODERATOR);
    private static final Actor SERVICE = Actor.of(new UserId("lila"), Role.SERVICE);

    private final MongoForTests mongo = new MongoForTests();
    private final RoomProjection projection = new RoomProjection(mongo.writes());
    private final StandingsForTests kids = new StandingsForTests();
    private final RoomQueryHandler queries = new RoomQueryHandler(
            new StoredRooms(mongo.readModels())::find,
            mongo.readModels(),
            kids,
            Clock.fixed(Streams.START, ZoneOffset.UTC));

    @BeforeEach
    void open() {
        for (RoomType type : List.of(RoomType.GAME, RoomType.SPECTATOR, RoomType.TEAM)) {
            for (String entity : List.of("a", "b", "c")) {
                var opened = new RoomOpened(
                        RoomId.of(type, new EntityId(entity)), type, new EntityId(entity), List.of(ANN.id()), false);
                play(opened.roomId().value(), 0, opened);
            }
        }
    }

    private void play(String stream, long sequence, RoomEvent event) {
        mongo.play(
                Stream.of(Streams.message(stream, sequence, event)),
                (each, message) ->
                        projection.on((RoomEvent) each, message.getSequenceNumber(), message.getTimestamp()));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void findsARoomWithWhatTheOneWhoAsksMayDoThere() {
        RoomView room = queries.handle(new FindRoom(new RoomId("game~a"), ANN)).join();
        assertThat(JsonMapper.shared().writeValueAsString(room)).isEqualTo("""
                        {"id":"game~a","room_type":"game","game_id":"a","public_read":false,"is_disabled":false,\
                        "finished":false,"created_at":"2026-03-01T12:00:00.123Z",\
                        "access":{"can_read":true,"can_write":true,"can_moderate":false,"reason":null}}""");
        assertThat(queries.handle(new FindRoom(new RoomId("game~a"), CID))
                        .join()
                        .access())
                .isEqualTo(new Access(false, false, false, "not-a-participant"));
        assertThat(queries.handle(new FindRoom(new RoomId("spectator~a"), ANN))
                        .join()
                        .access())
                .isEqualTo(new Access(false, false, false, "still-playing"));
        assertThat(queries.handle(new FindRoom(new RoomId("game~a"), MODERATOR))
                        .join()
                        .access())
                .isEqualTo(new Access(true, false, true, "not-a-participant"));
        assertThat(queries.handle(new FindRoom(new RoomId("game~z"), ANN)).join())
                .isNull();
    }

    @Test
    void tellsTheOwnerThatTheyMayModerate() {
        play("team~a", 1, new OwnerNamed(new RoomId("team~a"), CID.id()));
        RoomView room = queries.handle(new FindRoom(new RoomId("team~a"), CID)).join();
        assertThat(room.access().canModerate()).isTrue();
    }

    @Test
    void tellsSomebodyInKidModeThatTheRoomIsClosedToThem() {
        kids.set(ANN.id(), true);
        kids.set(MODERATOR.id(), true);
        var query = new FindRoom(new RoomId("game~a"), ANN);
        assertThat(queries.handle(query).join().access()).isEqualTo(new Access(false, false, false, "kid-mode"));
        var moderators = new ListRooms(MODERATOR, Set.of(), "", 1);
        assertThat(queries.handle(moderators).join().items())
                .extracting(RoomView::access)
                .containsExactly(new Access(true, false, true, "kid-mode"));
        kids.set(ANN.id(), false);
        assertThat(queries.handle(query).join().access()).isEqualTo(new Access(true, true, false, null));
    }

    @Test
    void listsRoomsPageByPage() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Page<RoomView> page =
                    queries.handle(new ListRooms(SERVICE, Set.of(), cursor, 4)).join();
            page.items().forEach(room -> ids.add(room.id()));
            cursor = page.next();
        }
        assertThat(ids).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void listsRoomsOfTheTypesThatAreNamed() {
        var query = new ListRooms(MODERATOR, Set.of(RoomType.TEAM, RoomType.GAME), "", 100);
        assertThat(queries.handle(query).join().items())
                .extracting(RoomView::id)
                .containsExactly("game~a", "game~b", "game~c", "team~a", "team~b", "team~c");
    }

    @Test
    void listsNothingForOthers() {
        assertThatThrownBy(() ->
                        queries.handle(new ListRooms(ANN, Set.of(), "", 4)).join())
                .cause()
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void listsOneToAHundredRooms() {
        assertThatThrownBy(() -> new ListRooms(SERVICE, Set.of(), "", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ListRooms(SERVICE, Set.of(), "", 101)).isInstanceOf(InvalidValue.class);
    }
}
