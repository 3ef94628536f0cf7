package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.command.History.Cause;
import dev.parley.command.History.Event;
import dev.parley.command.History.Told;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Milliseconds;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.audit.AuditRowView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The history of one thing.
 *
 * @param asOf for which time the state is; {@code null} for now
 * @param state what the server keeps of it to decide by; empty before the first event
 * @param asOfSequence place of the event that the state is right after; {@code null} before the first
 * @param lastSequence place of the newest event; with the first at 0 and no holes between, any page can be asked for
 * @param events oldest first, whatever time the state is for; {@code next} is for {@code after}
 */
public record HistoryView(
        @JsonProperty("kind") String kind,
        @JsonProperty("id") String id,
        @JsonProperty("as_of") String asOf,
        @JsonProperty("state") Map<String, Object> state,
        @JsonProperty("as_of_sequence") Long asOfSequence,
        @JsonProperty("last_sequence") long lastSequence,
        @JsonProperty("events") Page<HistoryEventView> events) {
    private static final String NOBODY = UserId.SYSTEM.value();

    static Set<UserId> people(Told told) {
        return told.events().stream().map(HistoryView::actor).collect(Collectors.toSet());
    }

    /** @param people everybody of {@link #people} */
    static HistoryView of(Told told, String kind, String id, String asOf, Map<UserId, PersonView> people) {
        List<HistoryEventView> events = told.events().stream()
                .map(event -> HistoryEventView.of(event, people.get(actor(event))))
                .toList();
        String next = told.more() ? Long.toString(told.events().getLast().sequence()) : null;
        Long place = told.place() < 0 ? null : told.place();
        return new HistoryView(kind, id, asOf, told.state(), place, told.last(), new Page<>(events, next));
    }

    /** By the server itself, where nobody is named. */
    static UserId actor(Event event) {
        String actor = event.cause().actor();
        return new UserId(actor.isEmpty() ? NOBODY : actor);
    }

    /**
     * One event.
     *
     * @param position in the log
     * @param sequence place in its stream, from 0
     * @param isPrivate whether what people wrote is left out of the payload
     * @param effects where the audit lists what followed from it
     */
    public record HistoryEventView(
            @JsonProperty("event_id") String eventId,
            @JsonProperty("position") long position,
            @JsonProperty("sequence") long sequence,
            @JsonProperty("at") @Milliseconds Instant at,
            @JsonProperty("type") String type,
            @JsonProperty("payload") Map<String, Object> payload,
            @JsonProperty("is_private") boolean isPrivate,
            @JsonProperty("actor") PersonView actor,
            @JsonProperty("role") String role,
            @JsonProperty("reason") String reason,
            @JsonProperty("command") String command,
            @JsonProperty("correlation") String correlation,
            @JsonProperty("cause") AuditRowView.Cause cause,
            @JsonProperty("effects_href") String effects) {

        static HistoryEventView of(Event event, PersonView actor) {
            Cause cause = event.cause();
            return new HistoryEventView(
                    event.id(),
                    event.position(),
                    event.sequence(),
                    event.at(),
                    event.type(),
                    event.payload(),
                    event.isPrivate(),
                    actor,
                    cause.role(),
                    cause.reason(),
                    cause.command(),
                    cause.correlation(),
                    new AuditRowView.Cause(
                            cause.causation().equals(cause.correlation()) ? "request" : "event", cause.causation()),
                    "/api/mod/audit/?causation=" + URLEncoder.encode(event.id(), StandardCharsets.UTF_8));
        }
    }
}
