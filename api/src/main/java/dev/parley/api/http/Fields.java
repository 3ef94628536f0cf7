package dev.parley.api.http;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** The fields behind the question mark of an address. */
public record Fields(MultiValueMap<String, String> parameters) {
    private static final Instant TOO_LATE = Instant.parse("9999-01-01T00:00:00Z");
    private static final String EXPECTED =
            "an instant from 1970 on, such as 2026-01-02T03:04:05Z, or a day, such as 2026-01-02";

    /** Empty where it is not there. */
    public String text(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).orElse("");
    }

    /** @throws InvalidValue if it is no number */
    public long number(String name, long otherwise) {
        String text = text(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new InvalidValue(name, "a number");
        }
    }

    /** @throws InvalidValue if it is no number that a page could have */
    public int limit() {
        return limit(Page.DEFAULT_LIMIT);
    }

    /** As {@link #limit()}, for pages of another length unless told. */
    public int limit(int otherwise) {
        return (int) Math.clamp(number("limit", otherwise), 0, Page.MAX_LIMIT + 1L);
    }

    /** @throws InvalidValue if it is no day, or one before 1970 */
    public Optional<LocalDate> day(String name) {
        String text = text(name);
        InvalidValue.unless(!text.contains("T"), name, "a day, such as 2026-01-02");
        return instant(name).map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /**
     * A day begins at midnight UTC.
     *
     * @throws InvalidValue if it is neither an instant nor a day
     */
    public Optional<Instant> instant(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            InvalidValue.unless(!instant.isBefore(Instant.EPOCH) && instant.isBefore(TOO_LATE), name, EXPECTED);
            return Optional.of(instant);
        } catch (DateTimeParseException none) {
            throw new InvalidValue(name, EXPECTED);
        }
    }
}
