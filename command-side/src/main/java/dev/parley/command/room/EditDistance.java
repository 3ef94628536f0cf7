package dev.parley.command.room;

/** How many characters have to be put in, taken out or replaced to make one text of another. */
final class EditDistance {
    private EditDistance() {}

    /** Looks no further than it must: its time grows with {@code limit} and the shorter text, its space with one text. */
    static boolean isBelow(int limit, String one, String other) {
        int start = 0;
        int oneEnd = one.length();
        int otherEnd = other.length();
        if (Math.abs(oneEnd - otherEnd) >= limit) {
            return false;
        }
        while (start < oneEnd && start < otherEnd && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        while (oneEnd > start && otherEnd > start && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
            oneEnd--;
            otherEnd--;
        }
        return isBelow(
                limit, one.substring(start, oneEnd), other.substring(start, otherEnd), new int[otherEnd - start + 1]);
    }

    /**
     * Wagner and Fischer's table, one row at a time, of which only the band around the diagonal can be below the limit.
     *
     * @param row of the table: cell {@code j} is the distance from what was seen of one to the first {@code j} of other
     */
    private static boolean isBelow(int limit, String one, String other, int[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            if (nextRow(limit, one.charAt(i - 1), i, other, row) >= limit) {
                return false;
            }
        }
        return row[other.length()] < limit;
    }

    /** Puts row {@code i} in place of the one before, and returns its least cell. Cells beside the band stay too high. */
    private static int nextRow(int limit, char added, int i, String other, int[] row) {
        int first = Math.max(1, i - limit + 1);
        int last = Math.min(other.length(), i + limit - 1);
        int diagonal = row[first - 1];
        row[first - 1] = first == 1 ? i : limit;
        int least = row[first - 1];
        for (int j = first; j <= last; j++) {
            int replaced = diagonal + (added == other.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
