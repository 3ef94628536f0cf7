package dev.parley.query.room.live;

import java.util.HashMap;
import java.util.Map;

/** Who is in a room on this node: each person once, however many connections they have. */
final class Presence {
    private final int limit;
    private final Map<String, Integer> connections = new HashMap<>();

    /** @param limit people up to which each one's coming and going is announced */
    Presence(int limit) {
        this.limit = limit;
    }

    /** Whether this is news: the person's first connection, in a room that is not too full to tell. */
    synchronized boolean comes(String person) {
        return connections.merge(person, 1, Integer::sum) == 1 && connections.size() <= limit;
    }

    /** Whether this is news: the person's last connection, in a room that was not too full to tell. */
    synchronized boolean goes(String person) {
        boolean told = connections.size() <= limit;
        return connections.computeIfPresent(person, (id, count) -> count == 1 ? null : count - 1) == null && told;
    }
}
