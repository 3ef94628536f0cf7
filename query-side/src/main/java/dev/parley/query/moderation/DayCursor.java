package dev.parley.query.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.moderation.StoredCases.Decided;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of decided cases begins: after the one of that day with that place in the log.
 *
 * @param day as {@code yyyy-mm-dd}, or later than all
 */
record DayCursor(String day, long position) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})~(\\d{1,18})");
    private static final DayCursor NEWEST = new DayCursor("~", Long.MAX_VALUE);

    /** @throws InvalidValue if the text is neither empty nor a cursor */
    static DayCursor parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(text.isEmpty() || matcher.matches(), "cursor", "the next of a page");
        return text.isEmpty() ? NEWEST : new DayCursor(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    /** After all of a day. */
    static DayCursor endOf(String day) {
        return new DayCursor(day, 0);
    }

    boolean precedes(String other) {
        return other.compareTo(day) <= 0;
    }

    boolean precedes(String other, Decided decided) {
        return other.compareTo(day) < 0 || other.equals(day) && decided.position() < position;
    }

    @Override
    public String toString() {
        return day + "~" + position;
    }
}
