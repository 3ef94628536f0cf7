package dev.parley.api.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A person as a request names them: a username, or {@code {"id","username"}} to introduce somebody who has not come yet.
 *
 * @param id empty for somebody who is known by the username
 */
public record PersonName(String id, String username) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PersonName(@JsonProperty("id") String id, @JsonProperty("username") String username) {
        this.id = id == null ? "" : id;
        this.username = username == null ? "" : username;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonName known(String username) {
        return new PersonName("", username);
    }
}
