package dev.parley.query.forum.search;

import java.time.Instant;

/** One thing that somebody looks for in the forum, or wants left out. */
sealed interface Term {
    /** @param text with letters or digits, as it was typed */
    record Word(String text, boolean excluded) implements Term {}

    /** @param text words in this order, as they were typed */
    record Phrase(String text, boolean excluded) implements Term {}

    /** @param name as it was typed, which need not be anybody's */
    record By(String name, boolean excluded) implements Term {}

    /** @param slug as it was typed, which need not be one */
    record In(String slug, boolean excluded) implements Term {}

    record Before(Instant end) implements Term {}

    record After(Instant start) implements Term {}
}
