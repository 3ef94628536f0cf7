package dev.parley.command.room;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import java.time.Instant;

/**
 * A timeout that was not ended yet.
 *
 * @param until first instant at which it is over
 * @param correlation id of the request that began it
 * @param causation id of the event that it was told by
 */
record DueTimeout(RoomId room, UserId member, Instant until, String correlation, String causation) {}
