package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.ActionId;

/** Names the one appeal against an action, and its stream: {@code appeal~action~person~number}. */
public record AppealId(ActionId action) {
    private static final String PREFIX = "appeal~";

    /** @throws InvalidValue if the text names no appeal */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AppealId parse(String text) {
        InvalidValue.unless(text.startsWith(PREFIX), "appeal_id", "the id of an appeal");
        return new AppealId(ActionId.parse(text.substring(PREFIX.length())));
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + action;
    }
}
