package dev.parley.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/** What the server acknowledged and refused while lanes were played in. */
public final class Journal {
    private final Map<Lane, List<Stored>> accepted = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder acceptedLines = new LongAdder();
    private final LongAdder repeated = new LongAdder();

    /** A line as the server has it: as it answered the sender, or as it shows it to readers. */
    public record Stored(String id, String userId, String content) {
        static Stored from(JsonNode line) {
            return new Stored(
                    line.path("id").asString(),
                    line.path("user").path("id").asString(),
                    line.path("content").asString());
        }
    }

    void accepted(Lane lane, ApiClient.Answer answer) {
        accepted.computeIfAbsent(lane, any -> new ArrayList<>()).add(Stored.from(answer.body()));
        positions.merge(lane.team(), answer.position(), Math::max);
        acceptedLines.increment();
    }

    void refused(String problem) {
        refused.computeIfAbsent(problem, any -> new LongAdder()).increment();
    }

    void repeated() {
        repeated.increment();
    }

    public List<Stored> acceptedIn(Lane lane) {
        return accepted.getOrDefault(lane, List.of());
    }

    public long acceptedLines() {
        return acceptedLines.sum();
    }

    /** How often a line was sent again for want of an answer. */
    public long repeatedLines() {
        return repeated.sum();
    }

    /** Refused lines by problem type. */
    public Map<String, Long> refusedLines() {
        Map<String, Long> sums = new TreeMap<>();
        refused.forEach((problem, count) -> sums.put(problem, count.sum()));
        return sums;
    }

    /** Place in the log of the newest line of a team's room; 0 when none was accepted. */
    public long position(String team) {
        return positions.getOrDefault(team, 0L);
    }

    public long lastPosition() {
        return positions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
