package dev.parley.query.analytics;

import dev.parley.query.ReadyReport.Type;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How long something is looked at as one. */
enum Period {
    DAY("", Type.DAY, DateTimeFormatter.ISO_LOCAL_DATE, "2026-03-01".length()),
    /** From Monday on, by ISO 8601. */
    WEEK("-weekly", Type.WEEK, DateTimeFormatter.ISO_WEEK_DATE, "2026-W09".length()),
    MONTH("-monthly", Type.MONTH, DateTimeFormatter.ISO_LOCAL_DATE, "2026-03".length());

    private final String suffix;
    private final Type type;
    private final DateTimeFormatter format;
    private final int length;

    Period(String suffix, Type type, DateTimeFormatter format, int length) {
        this.suffix = suffix;
        this.type = type;
        this.format = format;
        this.length = length;
    }

    /** The one that this day is in, such as {@code 2026-W09}. */
    String of(LocalDate day) {
        return format.format(day).substring(0, length);
    }

    /** Ends the names of what is told by it. */
    String suffix() {
        return suffix;
    }

    Type type() {
        return type;
    }
}
