package dev.parley.query.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import java.util.List;

/** Is told who comes to rooms and who leaves them, one thing after the other: it must return at once. */
public interface PresenceListener {
    /** Somebody is in a room who was there at no node before. */
    void joined(Seat seat);

    /** Somebody is in a room at no node any more. */
    void left(Seat seat);

    /** A room has become too full to tell who is there, and nobody is; or it is so no more, and these are. */
    void listed(RoomId room, List<PersonView> present);
}
