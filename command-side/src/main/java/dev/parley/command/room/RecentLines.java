package dev.parley.command.room;

import dev.parley.kernel.PersonalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the {@link FloodRule} needs to know of one person's lines in one room.
 *
 * @param accepted when their last lines were accepted, oldest first: those of the last minute, at most 10
 * @param texts their last two lines, older first
 */
record RecentLines(List<Instant> accepted, List<PersonalText> texts) {
    static final RecentLines NONE = new RecentLines(List.of(), List.of());
    private static final int COMPARED = 2;

    RecentLines {
        accepted = List.copyOf(accepted);
        texts = List.copyOf(texts);
    }

    RecentLines and(PersonalText text, Instant at) {
        Instant expired = at.minus(FloodRule.MAX_WINDOW);
        int still = 0;
        while (still < accepted.size() && !accepted.get(still).isAfter(expired)) {
            still++;
        }
        List<Instant> counting = accepted.subList(still, accepted.size());
        return new RecentLines(appended(counting, at, FloodRule.MAX_LINES), appended(texts, text, COMPARED));
    }

    /** Was the last one accepted later than this? */
    boolean isAfter(Instant instant) {
        return !accepted.isEmpty() && accepted.getLast().isAfter(instant);
    }

    private static <T> List<T> appended(List<T> earlier, T newest, int most) {
        List<T> all = new ArrayList<>(earlier);
        all.add(newest);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
