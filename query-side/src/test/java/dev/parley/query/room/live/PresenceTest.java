package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.Passing.TypesInRoom;
import dev.parley.query.live.Seat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Duration PACE = Duration.ofSeconds(2);

    private LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void countsAPersonOnceHoweverManyTabs() {
        Heard ann = live.listen(ANN);
        Heard first = live.listen(BOB);
        Heard second = live.listen(BOB);
        first.cancel();
        second.cancel();
        ann.until(heard -> heard.events().contains("user_left"));
        assertThat(ann.events()).containsExactly("user_joined", "user_left");
        assertThat(ann.text())
                .contains("data: {\"room_id\":\"team~1\",\"user\":{\"id\":\"bob\",\"username\":\"bob\"}}")
                .doesNotContain("id: ");
    }

    @Test
    void isNotAnnouncedInAFullRoom() {
        restart(new LiveSettings(256, 256, 2, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));
        Heard ann = live.listen(ANN);
        live.listen(BOB);
        live.listen(MOD);
        live.listen(new UserId("zoe")).cancel();
        long last = live.post(ANN);
        ann.untilId(last);
        assertThat(ann.events()).containsExactly("user_joined", "present", "new_message");
    }

    @Test
    void isListedWholeAsSoonAsARoomIsNotTooFullAnyMore() {
        restart(new LiveSettings(256, 256, 2, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));
        Heard ann = live.listen(ANN);
        Heard bob = live.listen(BOB);
        Heard mod = live.listen(MOD);
        ann.until(heard -> heard.events().equals(List.of("user_joined", "present")));
        assertThat(ann.text()).endsWith("data: {\"room_id\":\"team~1\",\"present\":[]}\n\n");
        assertThat(ann.frames.getLast().text())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"type\":\"present\",\"room_id\":\"team~1\",\"present\":[]}");
        bob.cancel();
        ann.until(heard -> heard.events().size() == 3);
        assertThat(ann.text())
                .endsWith("]}\n\n")
                .contains("event: present\ndata: {\"room_id\":\"team~1\",\"present\":[{")
                .containsOnlyOnce("{\"id\":\"ann\",\"username\":\"ann\"}")
                .containsOnlyOnce("{\"id\":\"mod\",\"username\":\"mod\"}");
        mod.cancel();
        ann.until(heard -> heard.events().getLast().equals("user_left"));
    }

    @Test
    void tellsWhoIsThereToThoseWhoCome() {
        RoomStream ann = live.stream(ROOM, ANN, false, OptionalLong.empty());
        assertThat(ann.present()).containsExactly(person(ANN));
        Heard bob = live.listen(BOB);
        live.listen(BOB);
        assertThat(ann.present()).containsExactlyInAnyOrder(person(ANN), person(BOB));
        bob.cancel();
        assertThat(ann.present()).contains(person(BOB));
        ann.cancel();
    }

    @Test
    void tellsNobodyWhoIsInAFullRoom() {
        restart(new LiveSettings(256, 256, 1, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));
        RoomStream ann = live.stream(ROOM, ANN, false, OptionalLong.empty());
        assertThat(ann.present()).containsExactly(person(ANN));
        live.listen(BOB);
        assertThat(ann.present()).isEmpty();
        ann.cancel();
    }

    @Test
    void tellsWhoComesAndGoesAtAnotherNode() {
        Heard ann = live.listen(ANN);
        Seat bob = new Seat(ROOM, person(BOB));
        live.rooms.joined(bob);
        live.rooms.left(bob);
        ann.until(heard -> heard.events().size() == 2);
        assertThat(ann.events()).containsExactly("user_joined", "user_left");
        assertThat(ann.text())
                .contains("data: {\"room_id\":\"team~1\",\"user\":{\"id\":\"bob\",\"username\":\"bob\"}}");
    }

    @Test
    void tellsWhoTypesAtOtherNodesOfThoseWhoMayWriteHereAndOfEachOnceInTwoSeconds() {
        RoomId closed = new RoomId("team~2");
        live.open(closed, false, ANN, BOB);
        Heard ann = Heard.all(live.stream(closed, ANN, false, OptionalLong.empty()));
        live.rooms.on(new TypesInRoom(closed, person(BOB), false));
        live.rooms.on(new TypesInRoom(closed, person(BOB), true));
        live.nanos.addAndGet(PACE.toNanos());
        live.rooms.on(new TypesInRoom(closed, person(BOB), false));
        ann.until(heard -> heard.events().equals(List.of("typing", "typing")));
        live.nanos.addAndGet(PACE.toNanos());
        live.kids.set(BOB, true);
        live.rooms.on(new TypesInRoom(closed, person(BOB), false));
        live.rooms.on(new TypesInRoom(closed, person(MOD), false));
        long last = live.append(new RoomDisabled(closed));
        ann.untilId(last);
        assertThat(ann.events()).containsExactly("typing", "typing", "room_changed");
    }

    private static PersonView person(UserId id) {
        return PersonView.of(id, id.value());
    }

    private void restart(LiveSettings settings) {
        live.close();
        live = LiveUnderTest.withPublicRoom(settings);
    }
}
