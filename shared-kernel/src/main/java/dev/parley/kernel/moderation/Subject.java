package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a report points at.
 *
 * @param id as the API gives it for such a thing; for a user their username
 */
public record Subject(Kind kind, String id) {
    private static final int MAX_ID = 300;

    /** @throws InvalidValue if the id is missing or too long for any id */
    public Subject {
        InvalidValue.unless(kind != null, "subject/kind", Kind.EXPECTED);
        InvalidValue.unless(
                id != null && !id.isEmpty() && id.length() <= MAX_ID, "subject/id", "the id of the subject");
    }

    /** What things are reported. */
    public enum Kind {
        CHAT_MESSAGE,
        CONVERSATION,
        TOPIC,
        POST,
        USER;

        private static final String EXPECTED = "one of chat_message, conversation, topic, post and user";

        /** @throws InvalidValue if no kind is called so */
        @JsonCreator
        public static Kind of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("subject/kind", EXPECTED));
        }

        /** As the API spells it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
