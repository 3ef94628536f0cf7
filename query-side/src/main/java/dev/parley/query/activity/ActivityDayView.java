package dev.parley.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * What a person did on one day.
 *
 * @param day in UTC, as {@code yyyy-mm-dd}
 * @param entries the latest first
 */
public record ActivityDayView(
        @JsonProperty("day") String day,
        @JsonProperty("entries") List<EntryView> entries) {
    public ActivityDayView {
        entries = List.copyOf(entries);
    }

    /**
     * One thing that they did.
     *
     * @param kind {@code follow}, {@code topic}, {@code post}, {@code blog}, {@code stream}, {@code team} or
     *     {@code simul}
     * @param title what it, or the topic, is called; {@code null} and left out for a follow, as is {@code url}
     * @param user whom they followed; {@code null} and left out for all else
     */
    public record EntryView(
            @JsonProperty("kind") String kind,

            @JsonProperty("title") @JsonInclude(JsonInclude.Include.NON_NULL)
            String title,

            @JsonProperty("url") @JsonInclude(JsonInclude.Include.NON_NULL)
            String url,

            @JsonProperty("user") @JsonInclude(JsonInclude.Include.NON_NULL)
            PersonView user,

            @JsonProperty("at") @Milliseconds Instant at) {}
}
