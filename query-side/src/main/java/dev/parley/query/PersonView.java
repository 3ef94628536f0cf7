package dev.parley.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.member.UserId;

/** A person as every answer shows one: by id and present username. */
public record PersonView(
        @JsonProperty("id") String id,
        @JsonProperty("username") String username) {
    public static PersonView of(UserId id, String username) {
        return new PersonView(id.value(), username);
    }
}
