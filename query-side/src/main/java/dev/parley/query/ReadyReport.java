package dev.parley.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** A table for analysts, read from one read model. Of people it gives how many they are, or else columns of their ids. */
public interface ReadyReport {
    /** What it is called in addresses: small letters and hyphens. */
    String name();

    /** What it tells, in a sentence. */
    String description();

    List<Column> columns();

    /** Its rows, each with a value for each column, in their order. */
    CompletableFuture<List<List<Object>>> rows(Days days);

    /** One column of a report. */
    record Column(
            @JsonProperty("name") String name,
            @JsonProperty("type") Type type,
            @JsonProperty("description") String description) {}

    /** What a column holds. */
    enum Type {
        /** Such as {@code 2026-03-01}. */
        DAY,
        /** A week of ISO 8601, such as {@code 2026-W09}. */
        WEEK,
        /** Such as {@code 2026-03}. */
        MONTH,
        /** A word that the API uses. */
        LABEL,
        /** The id of somebody: whoever is answered gets a pseudonym. */
        PERSON,
        COUNT,
        SECONDS,
        /** Between 0 and 1; nothing where there is nothing to share. */
        SHARE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
