package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what a moderator did about somebody: the person, and which of all that was done about them, from 1. */
public record ActionId(UserId member, long number) {
    private static final Pattern SHAPE = Pattern.compile("action~([^~/]{1,120})~(\\d{1,15})");

    /** @throws InvalidValue if the text is the id of no action */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ActionId parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), "action_id", "the id of an action");
        return new ActionId(new UserId(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return "action~" + member + "~" + number;
    }
}
