package dev.parley.query;

import dev.parley.kernel.InvalidValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Some days, each from midnight to midnight UTC: at most {@value #MOST}.
 *
 * @param from the first
 * @param to the first that is too late
 */
public record Days(LocalDate from, LocalDate to) {
    public static final int MOST = 366;

    /** @throws InvalidValue if there is none, or they are too many */
    public Days {
        InvalidValue.unless(from.isBefore(to), "to", "after from");
        InvalidValue.unless(ChronoUnit.DAYS.between(from, to) <= MOST, "from", "at most " + MOST + " days before to");
    }

    public Stream<LocalDate> each() {
        return from.datesUntil(to);
    }
}
