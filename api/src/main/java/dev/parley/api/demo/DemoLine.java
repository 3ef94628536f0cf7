package dev.parley.api.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.time.Duration;

/**
 * One line of the conversation.
 *
 * @param room the team in whose room it was said
 * @param pauseMillis time between this line and the next
 */
record DemoLine(
        String room,
        String user,
        String content,
        @JsonProperty("pause_ms") long pauseMillis) {

    EntityId team() {
        return new EntityId(room);
    }

    RoomId roomId() {
        return RoomId.of(RoomType.TEAM, team());
    }

    Username username() {
        return new Username(user);
    }

    /** The one whom the embedded profile's issuer would give a token under this name. */
    Actor author() {
        return Actor.of(new UserId("dev-" + username().folded()), Role.USER);
    }

    Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }
}
