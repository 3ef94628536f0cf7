package dev.parley.query.forum.search;

import java.util.Optional;

/** How a word in a text is like one that was asked for: as Elasticsearch finds them, told again to mark them. */
final class Likeness {
    private static final int LETTERS_FOR_ONE = 3;
    private static final int LETTERS_FOR_TWO = 6;

    private final String asked;
    private final Optional<Inflections> forms;

    /** @param asked in lower case */
    Likeness(String asked) {
        this.asked = asked;
        this.forms = Inflections.of(asked);
    }

    /** @param written in lower case */
    boolean isSame(String written) {
        return written.equals(asked) || forms.map(all -> all.include(written)).orElse(false);
    }

    /** Whether it has a letter or two more, fewer, changed or swapped, but begins alike. */
    boolean isNear(String written) {
        int edits = asked.length() < LETTERS_FOR_ONE ? 0 : asked.length() < LETTERS_FOR_TWO ? 1 : 2;
        return edits > 0
                && !written.isEmpty()
                && written.charAt(0) == asked.charAt(0)
                && Math.abs(written.length() - asked.length()) <= edits
                && distance(asked, written) <= edits;
    }

    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, one, other);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, int i, int j, String one, String other) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
