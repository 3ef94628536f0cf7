package dev.parley.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * One event, as the audit lists it.
 *
 * @param position in the log
 * @param kind of what it happened to; one that {@code /api/mod/history/} knows, unless {@code history_href} is {@code null}
 * @param id of that
 * @param reason why a moderator did it, else empty
 * @param correlation of the request that began it all: {@code ?correlation=} lists all that came of it
 * @param subjects the people whom it names besides the one who acted
 * @param effects events that followed from this one, by their ids, the earliest first: at most 1,000 on a page
 * @param history address of the history of what it happened to
 */
public record AuditRowView(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("position") long position,
        @JsonProperty("at") @Milliseconds Instant at,
        @JsonProperty("type") String type,
        @JsonProperty("kind") String kind,
        @JsonProperty("id") String id,
        @JsonProperty("actor") PersonView actor,
        @JsonProperty("role") String role,
        @JsonProperty("reason") String reason,
        @JsonProperty("command") String command,
        @JsonProperty("correlation") String correlation,
        @JsonProperty("subjects") List<PersonView> subjects,
        @JsonProperty("cause") Cause cause,
        @JsonProperty("effects") List<String> effects,
        @JsonProperty("history_href") String history) {
    public AuditRowView {
        subjects = List.copyOf(subjects);
        effects = List.copyOf(effects);
    }

    /**
     * What an event followed from.
     *
     * @param kind {@code request}, or {@code event} where the server reacted to one: {@code ?event=} finds that
     */
    public record Cause(
            @JsonProperty("kind") String kind,
            @JsonProperty("id") String id) {}
}
