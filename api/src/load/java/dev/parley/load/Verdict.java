package dev.parley.load;

import dev.parley.load.Journal.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comparing a server's history with what it acknowledged brought up.
 *
 * @param compared acknowledged lines
 * @param lost acknowledged, but not there as it was acknowledged
 * @param doubled there, but acknowledged to nobody, or shown twice
 * @param disordered acknowledged after another line of its lane, but standing before it
 */
public record Verdict(long compared, long lost, long doubled, long disordered) {
    public static final Verdict NOTHING = new Verdict(0, 0, 0, 0);

    public boolean clean() {
        return lost == 0 && doubled == 0 && disordered == 0;
    }

    public Verdict and(Verdict other) {
        return new Verdict(
                compared + other.compared, lost + other.lost, doubled + other.doubled, disordered + other.disordered);
    }

    /**
     * Judges one room.
     *
     * @param history the whole of it, oldest line first
     * @param acknowledged the lines of each lane in the order of their acknowledgement
     */
    public static Verdict of(List<Stored> history, List<List<Stored>> acknowledged) {
        Map<Stored, Integer> places = new HashMap<>();
        for (Stored line : history) {
            places.putIfAbsent(line, places.size());
        }
        long doubled = history.size() - places.size();
        Verdict verdict = NOTHING;
        Set<Stored> told = new HashSet<>();
        for (List<Stored> lane : acknowledged) {
            verdict = verdict.and(ofLane(places, lane));
            told.addAll(lane);
        }
        doubled += places.keySet().stream().filter(line -> !told.contains(line)).count();
        return verdict.and(new Verdict(0, 0, doubled, 0));
    }

    private static Verdict ofLane(Map<Stored, Integer> places, List<Stored> lane) {
        long lost = 0;
        long disordered = 0;
        int last = -1;
        for (Stored line : lane) {
            Integer place = places.get(line);
            if (place == null) {
                lost++;
            } else {
                disordered += place <= last ? 1 : 0;
                last = place;
            }
        }
        return new Verdict(lane.size(), lost, 0, disordered);
    }
}
