package dev.parley.kernel.direct;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the conversation of two people, whichever of them began it: {@code dm~a~b}, the smaller id first. */
public record ConversationId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("dm~([^~/]{1,120})~([^~/]{1,120})");
    private static final String FIELD = "conversation_id";

    /** @throws InvalidValue if the text names no two people in their order */
    @JsonCreator
    public ConversationId {
        Matcher matcher = SHAPE.matcher(value);
        InvalidValue.unless(
                matcher.matches() && matcher.group(1).compareTo(matcher.group(2)) < 0,
                FIELD,
                "the id of a conversation");
    }

    /** @throws InvalidValue if these are the same person: nobody converses with themselves */
    public static ConversationId of(UserId one, UserId other) {
        InvalidValue.unless(!one.equals(other), "recipient", "somebody else");
        boolean inOrder = one.value().compareTo(other.value()) < 0;
        return new ConversationId("dm~" + (inOrder ? one + "~" + other : other + "~" + one));
    }

    public boolean isOf(UserId person) {
        return people().anyMatch(person::equals);
    }

    /** The one with whom this person converses here. */
    public UserId other(UserId person) {
        return people().filter(one -> !one.equals(person)).findFirst().orElseThrow();
    }

    /** Both, in their order. */
    public Stream<UserId> people() {
        String[] parts = value.split("~");
        return Stream.of(new UserId(parts[1]), new UserId(parts[2]));
    }

    @Override
    public String toString() {
        return value;
    }
}
