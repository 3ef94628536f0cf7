package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.live.ClientFrame.JoinRoom;
import dev.parley.kernel.room.RoomId;
import org.junit.jupiter.api.Test;

class ReceivedTest {
    @Test
    void readsAFrame() {
        assertThat(Received.parse(
                        "{\"type\":\"join_room\",\"ref\":\"1\",\"room_id\":\"team~1\",\"last_event_id\":\"7\"}"))
                .isEqualTo(new Received("1", new JoinRoom(new RoomId("team~1"), "7")));
    }
}
