package dev.parley.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.command.export.PersonalExport.Own;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One event of what the log holds of somebody.
 *
 * @param type what happened, such as {@code MessagePosted}
 * @param reason what a moderator said to the person with it; {@code null} and left out unless one did
 * @param people everybody whom the payload names by their ids
 */
record OwnEventView(
        @JsonProperty("type") String type,
        @JsonProperty("at") @Milliseconds Instant at,
        @JsonProperty("payload") Map<String, Object> payload,

        @JsonProperty("reason") @JsonInclude(JsonInclude.Include.NON_NULL)
        String reason,

        @JsonProperty("people") List<PersonView> people) {
    OwnEventView {
        people = List.copyOf(people);
    }

    /** @param named at least everybody whom it names */
    static OwnEventView of(Own event, Map<UserId, PersonView> named) {
        return new OwnEventView(
                event.type(),
                event.at(),
                event.payload(),
                event.reason().orElse(null),
                event.people().stream().map(named::get).toList());
    }
}
