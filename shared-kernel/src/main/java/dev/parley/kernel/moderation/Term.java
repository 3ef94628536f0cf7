package dev.parley.kernel.moderation;

import dev.parley.kernel.InvalidValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/**
 * How long a sanction holds: a duration of ISO 8601 in days, hours and minutes ({@code PT12H}, {@code P1DT6H}), or in
 * years, months, weeks and days of the calendar, in UTC ({@code P2W}, {@code P3M}); 1 minute to 10 years.
 */
public record Term(String value) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3_653);
    private static final String EXPECTED = "a duration of ISO 8601 from PT1M to P10Y, such as P1D";

    /** @throws InvalidValue if that is no duration, or too short or too long */
    public Term {
        InvalidValue.unless(value != null && value.length() <= 40, "duration", EXPECTED);
        Duration length = length(value);
        InvalidValue.unless(length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0, "duration", EXPECTED);
    }

    /** The first instant after it. */
    public Instant after(Instant start) {
        return start.atZone(ZoneOffset.UTC).plus(amount(value)).toInstant();
    }

    private static Duration length(String value) {
        try {
            Instant start = Instant.EPOCH;
            return Duration.between(
                    start, start.atZone(ZoneOffset.UTC).plus(amount(value)).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidValue("duration", EXPECTED);
        }
    }

    private static TemporalAmount amount(String value) {
        return value.indexOf('T') >= 0 ? Duration.parse(value) : Period.parse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
