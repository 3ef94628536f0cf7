package dev.parley.load;

import java.util.List;

/**
 * Lines that go into one room one after the other: each once the one before it was answered.
 *
 * @param team whose room it is
 */
public record Lane(String team, List<Line> lines) {
    public Lane {
        lines = List.copyOf(lines);
    }

    /** @param key the line's {@code client_message_id} */
    public record Line(String user, String content, String key) {}
}
