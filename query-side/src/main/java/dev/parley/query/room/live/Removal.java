package dev.parley.query.room.live;

import dev.parley.query.PersonView;

/**
 * That a line was removed.
 *
 * @param line place of the line in the room's stream
 */
record Removal(long line, PersonView by) {}
