package dev.parley.api.forum;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** What a search of the forum asks for, as its address spells it. */
record SearchFields(MultiValueMap<String, String> parameters) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_YEAR = 9_999;
    private static final String INSTANT =
            "an instant, such as 2026-01-02T03:04:05Z, or a day, such as 2026-01-02, of the years 0 to 9999";

    String author() {
        return field("author");
    }

    /** @throws InvalidValue if a field is out of its bounds */
    SearchForum query(Actor viewer, Optional<UserId> author, Set<UserId> without) {
        return new SearchForum(
                viewer,
                field("q"),
                Optional.of(field("category")).filter(slug -> !slug.isEmpty()).map(CategoryId::new),
                author,
                instant("before"),
                instant("after"),
                Sort.parse(field("sort")),
                without,
                field("cursor"),
                limit());
    }

    private String field(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).orElse("");
    }

    private int limit() {
        String limit = field("limit");
        try {
            return limit.isEmpty() ? DEFAULT_LIMIT : Integer.parseInt(limit);
        } catch (NumberFormatException none) {
            throw new InvalidValue("limit", "a number");
        }
    }

    /** A day begins at midnight UTC. */
    private Optional<Instant> instant(String name) {
        String text = field(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime at = text.contains("T")
                    ? OffsetDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
            InvalidValue.unless(at.getYear() >= 0 && at.getYear() <= MAX_YEAR, name, INSTANT);
            return Optional.of(at.toInstant());
        } catch (DateTimeParseException none) {
            throw new InvalidValue(name, INSTANT);
        }
    }
}
