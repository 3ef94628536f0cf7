package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.PersonView;
import java.util.List;

/**
 * Part of a conversation, as a moderator sees it.
 *
 * @param people the two
 * @param items oldest first
 * @param next id that leads on to older messages as {@code before}, {@code null} at the beginning
 */
public record LookView(
        @JsonProperty("id") String id,
        @JsonProperty("people") List<PersonView> people,
        @JsonProperty("items") List<DirectMessageView> items,
        @JsonProperty("next") String next) {
    public LookView {
        people = List.copyOf(people);
        items = List.copyOf(items);
    }
}
