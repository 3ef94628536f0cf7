package dev.parley.query.moderation.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.Map;

/**
 * An appeal.
 *
 * @param user whose it is
 * @param actedBy the moderator against whose action it is; {@code null} and left out for the person themselves
 * @param answer {@code null} until there is one
 */
public record AppealView(
        @JsonProperty("id") String id,
        @JsonProperty("action_id") String action,
        @JsonProperty("user") PersonView user,

        @JsonProperty("acted_by") @JsonInclude(JsonInclude.Include.NON_NULL)
        PersonView actedBy,

        @JsonProperty("text") String text,
        @JsonProperty("status") AppealStatus status,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("answer") AnswerView answer) {

    /**
     * What a moderator said to it.
     *
     * @param by {@code null} and left out for the person themselves
     */
    public record AnswerView(
            @JsonProperty("reason") String reason,

            @JsonProperty("by") @JsonInclude(JsonInclude.Include.NON_NULL)
            PersonView by,

            @JsonProperty("at") @Milliseconds Instant at) {}

    /** One that has just been filed, as its author sees it. */
    public static AppealView filed(String id, String action, PersonView author, String text, Instant at) {
        return new AppealView(id, action, author, null, text, AppealStatus.PENDING, at, null);
    }

    /** @param moderator whether a moderator looks at it, or else its author */
    static AppealView of(StoredAppeal appeal, Map<UserId, PersonView> people, boolean moderator) {
        return new AppealView(
                appeal.id().toString(),
                appeal.id().action().toString(),
                people.get(appeal.member()),
                moderator ? people.get(appeal.actedBy()) : null,
                appeal.text(),
                appeal.status(),
                appeal.at(),
                appeal.answer()
                        .map(answer -> new AnswerView(
                                answer.reason(), moderator ? people.get(answer.moderator()) : null, answer.at()))
                        .orElse(null));
    }
}
