package dev.parley.query.roomdays;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;

import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/**
 * The numbers of the first and the last line of each room on each day: so many lines were written there and then. The
 * position is that of the last one in the log.
 */
@Projection(name = "room-days", collections = "room_days")
class RoomDayProjection {
    private final Writes writes;

    RoomDayProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(MessagePosted posted, @Timestamp Instant at, TrackingToken token) {
        String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        writes.add(
                "room_days",
                day + "~" + posted.roomId(),
                combine(
                        min("from", posted.number()),
                        max("to", posted.number()),
                        max("position", token.position().orElseThrow())));
    }
}
