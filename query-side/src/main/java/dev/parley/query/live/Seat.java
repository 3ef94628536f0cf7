package dev.parley.query.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;

/** That somebody is in a room. */
public record Seat(RoomId room, PersonView person) {}
