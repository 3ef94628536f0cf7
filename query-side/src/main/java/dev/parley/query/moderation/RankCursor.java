package dev.parley.query.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.moderation.CaseId;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of ranked cases begins: after the one of that rank and id. Ranks are those of the instant at which the
 * first page was read, so that what grows urgent meanwhile does not move between pages.
 *
 * @param rank the smallest first
 * @param caseId empty before all others
 */
record RankCursor(long asOf, long rank, String caseId) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})~(-?\\d{1,18})~(case~.{1,200})");
    private static final RankCursor FIRST = new RankCursor(Long.MAX_VALUE, Long.MIN_VALUE, "");

    /** @throws InvalidValue if the text is neither empty nor a cursor */
    static RankCursor parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(text.isEmpty() || matcher.matches(), "cursor", "the next of a page");
        return text.isEmpty()
                ? FIRST
                : new RankCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3));
    }

    /** The instant of the first page. */
    Instant asOf(Instant now) {
        return Instant.ofEpochMilli(Math.min(asOf, now.toEpochMilli()));
    }

    boolean precedes(long otherRank, CaseId other) {
        return otherRank > rank || otherRank == rank && other.toString().compareTo(caseId) > 0;
    }

    @Override
    public String toString() {
        return asOf + "~" + rank + "~" + caseId;
    }
}
