package dev.parley.query.activity;

import dev.parley.kernel.InvalidValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the feed begins: after the entry of that day with that place in the log. Days are read one after the
 * other, newest first, and the entries of a day by their place.
 */
record FeedCursor(LocalDate day, long position) {
    static final FeedCursor NEWEST = new FeedCursor(LocalDate.MAX, Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})~(\\d{1,18})");

    /** @throws InvalidValue if the text is neither empty nor a cursor */
    static FeedCursor parse(String text) {
        if (text.isEmpty()) {
            return NEWEST;
        }
        Matcher matcher = SHAPE.matcher(text);
        try {
            InvalidValue.unless(matcher.matches(), "cursor", "the next of a page");
            return new FeedCursor(LocalDate.parse(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (DateTimeParseException noDay) {
            throw new InvalidValue("cursor", "the next of a page");
        }
    }

    /** Whether an entry comes after it, that is, happened before. */
    boolean precedes(ActivityEntry entry) {
        return entry.day().isBefore(day) || entry.day().equals(day) && entry.position() < position;
    }

    @Override
    public String toString() {
        return day + "~" + position;
    }
}
